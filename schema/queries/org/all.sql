SELECT o.code, o.name, o.kind, a.code, o.uscc, o.contact, o.phone
FROM org AS o LEFT JOIN area AS a ON a.id = o.area
ORDER BY o.code
