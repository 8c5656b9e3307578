-- Row numbers of cases of one person, in some states where :states is not NULL.
SELECT id FROM case_file
WHERE owner_staff = :staff AND (:states IS NULL OR state IN (SELECT value FROM json_each(:states)))
LIMIT :most
