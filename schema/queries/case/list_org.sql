-- Cases of one lead unit, in the order of filing. NULL: not asked for.
SELECT * FROM case_row
WHERE id > 0
  AND (:states IS NULL OR state IN (SELECT value FROM json_each(:states)))
  AND (:areas IS NULL OR area IN (SELECT value FROM json_each(:areas)))
  AND (:category IS NULL OR substr(category, 1, length(:category)) = :category)
  AND (:org IS NULL OR owner_org = :org)
  AND (:staff IS NULL OR owner_staff = :staff)
  AND (:overdue_at IS NULL
       OR (ended_at IS NULL AND paused = 0 AND (due < :overdue_at OR case_due < :overdue_at)))
  AND (:due_before IS NULL
       OR (ended_at IS NULL AND (due < :due_before OR case_due < :due_before)))
  AND (:since IS NULL OR reported_at >= :since)
  AND (:until IS NULL OR reported_at < :until)
  AND (:text IS NULL OR instr(title, :text) > 0 OR instr(text, :text) > 0)
  AND id IN (SELECT id FROM case_file WHERE owner_org = :org)
ORDER BY id
