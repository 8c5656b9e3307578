-- Entries of a part were taken out.
UPDATE person_term_part SET entries = entries - :count WHERE id = :id
