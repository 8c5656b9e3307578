-- Open spells that an undoing left in another grid than their household, since of the two only one
-- went back.
SELECT r.id
FROM household AS h
JOIN residence AS r ON r.household = h.id AND r.until IS NULL AND r.area IS NOT h.area
WHERE h.id IN (
  SELECT row FROM register_change WHERE batch = :undo AND noun = 'household' AND removed = 0
  UNION
  SELECT s.household FROM register_change AS c JOIN residence AS s ON s.id = c.row
  WHERE c.batch = :undo AND c.noun = 'residence' AND c.removed = 0)
ORDER BY r.id
