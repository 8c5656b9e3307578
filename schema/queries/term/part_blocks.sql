-- All of a part, in its order.
SELECT term, first, people FROM person_term WHERE part = :part ORDER BY term, first
