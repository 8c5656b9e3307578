-- Everything that the name index holds.
SELECT term, first, people FROM person_term
