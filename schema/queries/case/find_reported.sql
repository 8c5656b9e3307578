-- Row numbers of cases reported in a span of time; NULL: without that end.
SELECT id FROM case_file
WHERE reported_at >= ifnull(:since, -9000000000000) AND reported_at < ifnull(:until, 9000000000000)
LIMIT :most
