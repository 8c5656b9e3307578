-- People who live in no household, and those of whom nothing is known. Looks at every person.
SELECT person FROM residence WHERE household IS NULL AND until IS NULL
UNION
SELECT p.id FROM person AS p
WHERE p.died IS NULL AND p.erased IS NULL
  AND NOT EXISTS (SELECT 1 FROM residence AS r WHERE r.person = p.id)
ORDER BY 1
