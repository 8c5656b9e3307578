-- The households in which a person lives now.
SELECT DISTINCT household FROM residence
WHERE person = :person AND until IS NULL AND household IS NOT NULL
ORDER BY household
