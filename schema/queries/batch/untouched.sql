-- What an import said, where it refused nothing and nothing has changed the register since.
SELECT read, repaired, warned, skipped, details
FROM register_batch
WHERE id = :id AND kind = 'import' AND rejected = 0 AND details IS NOT NULL
  AND id = (SELECT max(id) FROM register_batch)
