SELECT p.id, p.role, a.code, o.code, p.since, p.until
FROM post AS p
LEFT JOIN area AS a ON a.id = p.area
LEFT JOIN org AS o ON o.id = p.org
WHERE p.staff = :staff
ORDER BY p.since
