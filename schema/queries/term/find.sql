-- Who has one of a range of terms of a sort, part by part; there are few parts.
SELECT t.first, t.people
FROM person_term_part AS p
CROSS JOIN person_term AS t
WHERE p.sort = :sort AND t.part = p.id AND t.term BETWEEN :from AND :last
