-- People who live in a household, but in another grid than that. Looks at every spell.
SELECT r.person FROM residence AS r
JOIN household AS h ON h.id = r.household
WHERE r.until IS NULL AND r.area IS NOT h.area
