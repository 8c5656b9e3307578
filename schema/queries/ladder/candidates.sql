-- Open cases one of whose stages ends before a moment: those at which the ladder looks.
SELECT * FROM case_row
WHERE paused = 0 AND ended_at IS NULL AND id IN (
    SELECT id FROM case_file WHERE due < :before
    UNION SELECT id FROM case_file WHERE handle_due < :before)
ORDER BY id
