DELETE FROM case_whistle WHERE case_file = :case
