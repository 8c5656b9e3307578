SELECT day, last FROM case_number ORDER BY day
