-- What has fired in one cycle of a case.
SELECT stage, rule FROM ladder_firing
WHERE case_file = (SELECT id FROM case_file WHERE no = :no) AND cycle = :cycle
