-- One of several telephones is enough. Reads every person.
SELECT id FROM person WHERE instr(phone, :phone) > 0 ORDER BY id
