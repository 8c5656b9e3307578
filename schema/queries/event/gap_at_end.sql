-- The first event that a case lacks behind its last, by what its row says. A scan of case_file:
-- asked once, where the chain is broken.
SELECT no, seq FROM (
  SELECT id, no, last_seq, (SELECT ifnull(max(e.seq), 0) + 1 FROM event AS e
                            WHERE e.case_file = case_file.id) AS seq
  FROM case_file)
WHERE seq <= last_seq
ORDER BY id LIMIT 1
