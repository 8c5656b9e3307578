-- How many visits and patrols each person made in each area in a span of time, as known at a moment.
SELECT a.code, s.staff, s.kind, s.visits
FROM (
  SELECT v.area, v.staff, v.kind, count(*) AS visits
  FROM visit AS v
  WHERE v.at >= :from AND v.at < :until AND v.recorded_at <= :as_of
  GROUP BY v.area, v.staff, v.kind) AS s
JOIN area AS a ON a.id = s.area
ORDER BY a.code, s.staff, s.kind
