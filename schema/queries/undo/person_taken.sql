-- Who has the number, or the key of the source, that a person would have again.
SELECT p.batch
FROM register_change AS c
JOIN person AS p ON p.id_no = c.before ->> 'id_no' AND p.id_kind = c.before ->> 'id_kind'
WHERE c.id = :change AND p.id <> c.row
UNION ALL
SELECT p.batch
FROM register_change AS c
JOIN person AS p ON p.source = c.before ->> 'source' AND p.source_ref = c.before ->> 'source_ref'
WHERE c.id = :change AND p.id <> c.row
