-- Whom such a row may mean.
SELECT person FROM register_likeness WHERE candidate = :candidate ORDER BY person
