DELETE FROM person_term_part WHERE id = :id
