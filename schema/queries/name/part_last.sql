-- The newest part of the name index, and how many entries it has.
SELECT id, entries FROM person_term_part ORDER BY id DESC LIMIT 1
