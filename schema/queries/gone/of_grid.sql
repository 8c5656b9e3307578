-- Open spells in a grid.
SELECT r.id, r.person, r.presumed_gone IS NOT NULL
FROM residence AS r
WHERE r.area = :area AND r.household IS NULL AND r.until IS NULL
UNION ALL
SELECT r.id, r.person, r.presumed_gone IS NOT NULL
FROM household AS h
JOIN residence AS r ON r.household = h.id
WHERE h.area = :area AND r.until IS NULL
