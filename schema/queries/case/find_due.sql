-- Row numbers of open cases whose stage or whose promise ends before a moment; twice where both do.
SELECT id FROM case_file WHERE due < :before
UNION ALL
SELECT id FROM case_file WHERE case_due < :before AND ended_at IS NULL
LIMIT :most
