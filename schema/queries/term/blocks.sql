-- Blocks of one term in which a person from :from to :last can stand.
SELECT first, people FROM person_term
WHERE part = :part AND term = :term
  AND first >= ifnull((SELECT max(first) FROM person_term
                       WHERE part = :part AND term = :term AND first <= :from), 0)
  AND first <= :last
ORDER BY first
