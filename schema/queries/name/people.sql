-- What the name index must know of everybody. Reads every person.
SELECT id, name, former_name, phone FROM person ORDER BY id
