UPDATE case_file SET reporter_name = NULL, reporter_phone = NULL WHERE id = :id
