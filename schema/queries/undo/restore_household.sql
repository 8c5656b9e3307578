-- Makes the row what it was, as kept by a batch. Its key never changes, and its visits are not the batch's.
UPDATE household
SET area = c.before ->> 'area', dwelling = c.before ->> 'dwelling', kind = c.before ->> 'kind',
    vacant = c.before ->> 'vacant', ended = c.before ->> 'ended', batch = c.before ->> 'batch'
FROM register_change AS c
WHERE c.id = :change AND household.id = c.row
