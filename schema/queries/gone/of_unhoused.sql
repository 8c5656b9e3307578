-- Open spells of people without household in a community or grid.
SELECT r.id, r.person, r.presumed_gone IS NOT NULL
FROM residence AS r
WHERE r.area = :area AND r.household IS NULL AND r.until IS NULL
