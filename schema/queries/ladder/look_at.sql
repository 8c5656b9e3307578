-- When the ladder looks at a case.
SELECT ladder_at FROM case_file WHERE no = :no
