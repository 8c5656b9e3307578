-- Row numbers of cases of one lead unit, in some states where :states is not NULL.
SELECT id FROM case_file
WHERE owner_org = :org AND (:states IS NULL OR state IN (SELECT value FROM json_each(:states)))
LIMIT :most
