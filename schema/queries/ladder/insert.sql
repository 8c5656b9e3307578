-- Once for a case, cycle, stage and rule: a second run changes nothing.
INSERT INTO ladder_firing (case_file, cycle, stage, rule, at, skipped)
VALUES ((SELECT id FROM case_file WHERE no = :no), :cycle, :stage, :rule, :at, :skipped)
ON CONFLICT DO NOTHING
