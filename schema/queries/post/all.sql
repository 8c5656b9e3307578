-- Every assignment of everyone, in the order of logins.
SELECT s.login, s.name, p.role, a.code, o.code, s.phone, p.since, p.until
FROM post AS p
JOIN staff AS s ON s.id = p.staff
LEFT JOIN area AS a ON a.id = p.area
LEFT JOIN org AS o ON o.id = p.org
ORDER BY s.login, p.role, ifnull(a.code, ''), ifnull(o.code, ''), p.since
