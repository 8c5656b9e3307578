-- Every event, case by case, first to last.
SELECT * FROM event_row ORDER BY case_file, seq
