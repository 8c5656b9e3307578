INSERT INTO person_term_part (id, sort, entries) VALUES (:id, :sort, :entries)
