SELECT stage, rule, at, skipped FROM ladder_firing
WHERE case_file = (SELECT id FROM case_file WHERE no = :no) AND cycle = :cycle
ORDER BY at, stage, rule
