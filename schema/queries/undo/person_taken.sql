-- Who has the key of the source that a person would have again.
SELECT p.batch
FROM register_change AS c
JOIN person AS p ON p.source = c.before ->> 'source' AND p.source_ref = c.before ->> 'source_ref'
WHERE c.id = :change AND p.id <> c.row
