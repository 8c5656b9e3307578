-- Who holds a role for an organisation on a day.
SELECT DISTINCT s.login
FROM post AS p JOIN staff AS s ON s.id = p.staff
WHERE p.org = (SELECT id FROM org WHERE code = :org) AND p.role = :role
  AND (p.since = '' OR p.since <= :day) AND (p.until IS NULL OR p.until > :day)
ORDER BY s.login
