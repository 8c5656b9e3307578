INSERT INTO person_term_part (id, entries) VALUES (:id, :entries)
