SELECT id FROM case_file WHERE no = :no
