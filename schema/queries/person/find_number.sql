SELECT id FROM person WHERE id_no = :id_no ORDER BY id
