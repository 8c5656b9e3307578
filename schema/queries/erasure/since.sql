-- How many people were erased since a file was imported last and not taken back. Looks at every
-- person, but only where an erasure came after it.
SELECT count(*) FROM person
WHERE erased IS NOT NULL AND batch > :since
  AND EXISTS (SELECT 1 FROM register_batch WHERE kind = 'erase' AND id > :since)
