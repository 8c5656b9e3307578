-- The units called to a case, in the order of calling.
SELECT org, called_at, arrived_at, outcome, score
FROM case_whistle WHERE case_file = :case ORDER BY position
