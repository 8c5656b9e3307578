-- The first batch of the same bytes.
SELECT min(id) FROM import_batch WHERE digest = :digest
