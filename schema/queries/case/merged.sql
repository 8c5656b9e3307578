-- The cases merged into a case, in the order of their reports.
SELECT no, reported_at FROM case_file WHERE master = :master ORDER BY reported_at, no
