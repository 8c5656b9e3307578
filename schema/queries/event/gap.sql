-- The first event that a case lacks before one that was recorded at or behind a place. A scan of
-- event: asked once, where the chain is broken.
SELECT c.no, (SELECT ifnull(max(p.seq), 0) + 1 FROM event AS p
              WHERE p.case_file = e.case_file AND p.seq < e.seq) AS seq
FROM event AS e JOIN case_file AS c ON c.id = e.case_file
WHERE e.id >= :place AND e.seq > 1
  AND NOT EXISTS (SELECT 1 FROM event AS p WHERE p.case_file = e.case_file AND p.seq = e.seq - 1)
ORDER BY e.id LIMIT 1
