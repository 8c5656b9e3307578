-- Everything that the index holds.
SELECT term, first, people FROM person_term
