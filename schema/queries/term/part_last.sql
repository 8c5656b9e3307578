-- The newest part of a sort, and how many entries it has.
SELECT id, entries FROM person_term_part WHERE sort = :sort ORDER BY id DESC LIMIT 1
