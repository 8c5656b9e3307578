-- Every area with every spell of its name and parent, in the order of codes.
SELECT a.code, a.kind, a.since, a.until, s.code, a.households_expected,
       p.since, p.until, p.name, q.code
FROM area AS a
JOIN area_spell AS p ON p.area = a.id
LEFT JOIN area AS q ON q.id = p.parent
LEFT JOIN area AS s ON s.id = a.successor
ORDER BY a.code, p.since
