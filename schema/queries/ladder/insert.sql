-- A step that fires. Twice for a case, cycle, stage and rule is an error: the ladder reads what has
-- fired in the same transaction.
INSERT INTO ladder_firing (case_file, cycle, stage, rule, at, skipped, reached, due, supervise,
                           level, owner_area, target, role, addressee, vacant, obstacle, text,
                           send_at)
VALUES ((SELECT id FROM case_file WHERE no = :no), :cycle, :stage, :rule, :at, :skipped, :reached,
        :due, :supervise, :level, (SELECT id FROM area WHERE code = :owner_area), :target, :role,
        :addressee, :vacant, :obstacle, :text, :send_at)
