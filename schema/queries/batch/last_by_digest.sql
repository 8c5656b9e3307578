-- The last batch of the same bytes that was not taken back.
SELECT max(id) FROM register_batch AS b
WHERE digest = :digest AND NOT EXISTS (SELECT 1 FROM register_batch WHERE undoes = b.id)
