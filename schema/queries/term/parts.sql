-- The parts of a sort, oldest first.
SELECT id FROM person_term_part WHERE sort = :sort ORDER BY id
