SELECT no FROM case_file WHERE id = :id
