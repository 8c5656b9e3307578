-- Open spells of people presumed gone.
SELECT r.id, r.person, r.presumed_gone IS NOT NULL
FROM residence AS r
WHERE r.presumed_gone IS NOT NULL AND r.until IS NULL
