-- Of each area the households as known at a moment, but for vacant ones and those that had ended by
-- the day; and how many of them had a home visit in a span of time. Rows of households are numbered
-- in the order of recording. Looks at every household.
SELECT a.code, s.households, s.visited
FROM (
  SELECT coalesce(h.area, h.community) AS area, count(*) AS households,
         count(*) FILTER (WHERE h.visited >= :since AND EXISTS (
           SELECT 1 FROM visit AS v
           WHERE v.household = h.id AND v.at >= :since AND v.at < :until AND v.kind = 'home'
             AND v.recorded_at <= :as_of)) AS visited
  FROM household AS h
  WHERE h.vacant = 0 AND (h.ended IS NULL OR h.ended > :day)
    AND h.id < coalesce((SELECT min(b.household_from) FROM register_batch AS b WHERE b.at > :as_of),
                        9223372036854775807)
  GROUP BY 1) AS s
JOIN area AS a ON a.id = s.area
ORDER BY a.code
