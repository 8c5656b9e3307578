-- What the index must know of everybody. Reads every person.
SELECT id, id_no, name, former_name, phone FROM person ORDER BY id
