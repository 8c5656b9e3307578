-- Open spells in a grid.
SELECT r.id, r.person, r.presumed_gone IS NOT NULL
FROM residence AS r
WHERE r.area = :area AND r.until IS NULL
