-- Makes the row what it was, as kept by a batch.
UPDATE residence
SET household = c.before ->> 'household', area = c.before ->> 'area',
    kind = c.before ->> 'kind', relation = c.before ->> 'relation',
    consistent = c.before ->> 'consistent', address = c.before ->> 'address',
    since = c.before ->> 'since', until = c.before ->> 'until',
    ended_by = c.before ->> 'ended_by', flow_reason = c.before ->> 'flow_reason',
    origin = c.before ->> 'origin', permit_no = c.before ->> 'permit_no',
    registered_on = c.before ->> 'registered_on', permit_until = c.before ->> 'permit_until',
    presumed_gone = c.before ->> 'presumed_gone', batch = c.before ->> 'batch'
FROM register_change AS c
WHERE c.id = :change AND residence.id = c.row
