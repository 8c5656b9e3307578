-- Households whose last visit is not that of the visits. Looks at every one, for grid-check.
SELECT h.community, h.no, h.area
FROM household AS h
WHERE h.visited IS NOT (
  SELECT max(v.at) FROM visit AS v WHERE v.household = h.id AND v.kind = 'home')
ORDER BY h.community, h.no
