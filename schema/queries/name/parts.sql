-- The parts of the name index, oldest first.
SELECT id FROM person_term_part ORDER BY id
