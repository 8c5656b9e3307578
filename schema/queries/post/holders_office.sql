-- Who holds a role for the office as a whole on a day.
SELECT DISTINCT s.login
FROM post AS p JOIN staff AS s ON s.id = p.staff
WHERE p.area IS NULL AND p.org IS NULL AND p.role = :role
  AND (p.since = '' OR p.since <= :day) AND (p.until IS NULL OR p.until > :day)
ORDER BY s.login
