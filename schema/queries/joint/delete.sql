DELETE FROM case_joint WHERE case_file = :case
