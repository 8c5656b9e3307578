-- Keeps a spell as it was before a batch, once a batch; with :below all of a range, which the batch
-- removes and has not changed before.
INSERT INTO register_change (batch, noun, row, removed, before)
SELECT :batch, 'residence', id, :removed, json_object(
       'person', person, 'household', household, 'area', area, 'kind', kind,
       'relation', relation, 'consistent', consistent, 'address', address, 'since',
       since, 'until', until, 'ended_by', ended_by, 'flow_reason', flow_reason,
       'origin', origin, 'permit_no', permit_no, 'registered_on', registered_on,
       'permit_until', permit_until, 'presumed_gone', presumed_gone, 'batch', batch)
FROM residence AS r
WHERE id >= :row AND id < coalesce(:below, :row + 1) AND (:removed OR NOT EXISTS (
  SELECT 1 FROM register_change AS c WHERE c.noun = 'residence' AND c.row = r.id AND c.batch = :batch))
