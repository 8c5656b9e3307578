-- Families with more than one head. Looks at every spell.
SELECT r.household FROM residence AS r
JOIN household AS h ON h.id = r.household
WHERE r.household IS NOT NULL AND r.until IS NULL AND r.relation IN ('01', '02')
  AND h.kind = 'family'
GROUP BY r.household HAVING count(DISTINCT r.person) > 1
ORDER BY r.household
