-- Row numbers of cases of some areas, in some states where :states is not NULL.
SELECT id FROM case_file
WHERE area IN (SELECT value FROM json_each(:areas))
  AND (:states IS NULL OR state IN (SELECT value FROM json_each(:states)))
LIMIT :most
