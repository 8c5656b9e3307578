-- Everybody whom a complete register missed.
SELECT DISTINCT person FROM residence
WHERE presumed_gone IS NOT NULL AND until IS NULL
ORDER BY person
