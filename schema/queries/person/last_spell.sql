-- The last spell of a person who left: of one who has an open spell there is none.
SELECT max(id) FROM residence
WHERE person = :person
  AND NOT EXISTS (SELECT 1 FROM residence AS r WHERE r.person = :person AND r.until IS NULL)
