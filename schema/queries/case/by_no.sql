SELECT * FROM case_row WHERE no = :no
