-- What a search looks at.
SELECT id_no, name, former_name, phone FROM person WHERE id = :id
