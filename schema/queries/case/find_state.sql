-- Row numbers of cases in some states.
SELECT id FROM case_file WHERE state IN (SELECT value FROM json_each(:states)) LIMIT :most
