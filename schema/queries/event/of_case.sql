-- The events of one case, first to last.
SELECT * FROM event_row WHERE case_file = (SELECT id FROM case_file WHERE no = :no) ORDER BY seq
