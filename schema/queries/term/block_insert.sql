INSERT INTO person_term (part, term, first, people) VALUES (:part, :term, :first, :people)
