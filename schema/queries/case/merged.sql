-- The cases merged into a case, in the order of filing.
SELECT no, reported_at FROM case_file WHERE master = :master ORDER BY id
