-- What a batch changed and did not remove, the last first; and who changed it last.
SELECT c.id, c.row, r.batch, r.id
FROM register_change AS c
JOIN dwelling AS r ON r.id = c.row
WHERE c.batch = :batch AND c.noun = 'dwelling' AND c.removed = 0
ORDER BY c.id DESC
