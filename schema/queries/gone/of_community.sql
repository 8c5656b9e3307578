-- Open spells in the households of a community.
SELECT r.id, r.person, r.presumed_gone IS NOT NULL
FROM household AS h
JOIN residence AS r ON r.household = h.id
WHERE h.community = :community AND r.until IS NULL
