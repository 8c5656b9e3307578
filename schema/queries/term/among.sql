-- Who has one of a list of terms of a sort, part by part.
SELECT t.first, t.people
FROM person_term_part AS p
CROSS JOIN json_each(:terms) AS k
CROSS JOIN person_term AS t ON t.part = p.id AND t.term = k.value
WHERE p.sort = :sort
