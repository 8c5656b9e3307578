-- Households that were not visited since a moment, those that never were first; vacant ones and
-- those that are none any more do not count. Looks at every household: an index would be written
-- with each visit.
SELECT coalesce(area, community), community, no, visited
FROM household
WHERE vacant = 0 AND (ended IS NULL OR ended > :day) AND (visited IS NULL OR visited < :since)
ORDER BY coalesce(area, community), community, visited, no
