-- The first batch of the same bytes that was not taken back; and the number below which all are who
-- were there when those bytes were imported last.
SELECT min(id), max(person_below) FROM register_batch AS b
WHERE digest = :digest AND NOT EXISTS (SELECT 1 FROM register_batch WHERE undoes = b.id)
