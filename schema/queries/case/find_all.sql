-- Row numbers of all cases. Reads the smallest index there is, whole.
SELECT id FROM case_file LIMIT :most
