-- Of the cases with these row numbers those that meet the whole filter, in the order of the
-- numbers (the outer loop of CROSS JOIN walks the array). NULL: not asked for.
SELECT c.* FROM json_each(:ids) AS wanted
CROSS JOIN case_row AS c ON c.id = wanted.value
WHERE (:states IS NULL OR c.state IN (SELECT value FROM json_each(:states)))
  AND (:areas IS NULL OR c.area IN (SELECT value FROM json_each(:areas)))
  AND (:category IS NULL OR substr(c.category, 1, length(:category)) = :category)
  AND (:org IS NULL OR c.owner_org = :org)
  AND (:staff IS NULL OR c.owner_staff = :staff)
  AND (:overdue_at IS NULL
       OR (c.ended_at IS NULL AND c.paused = 0
           AND (c.due < :overdue_at OR c.case_due < :overdue_at)))
  AND (:due_before IS NULL
       OR (c.ended_at IS NULL AND (c.due < :due_before OR c.case_due < :due_before)))
  AND (:since IS NULL OR c.reported_at >= :since)
  AND (:until IS NULL OR c.reported_at < :until)
  AND (:reporters_before IS NULL
       OR (c.ended_at < :reporters_before
           AND (c.reporter_name IS NOT NULL OR c.reporter_phone IS NOT NULL)))
  AND (:text IS NULL OR instr(c.title, :text) > 0 OR instr(c.text, :text) > 0)
