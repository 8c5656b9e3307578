-- The events of every case that may count in a span of time: it was reported before the end, and
-- something happened to it since the beginning, or it is open still. First to last.
SELECT * FROM event_row
WHERE case_file IN (
  SELECT id FROM case_file
  WHERE reported_at < :until AND (last_at >= :from OR ended_at IS NULL))
ORDER BY case_file, seq
