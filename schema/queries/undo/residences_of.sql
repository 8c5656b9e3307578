-- The new spells of a batch that belong to these people.
SELECT id, person FROM residence
WHERE person IN (SELECT value FROM json_each(:people)) AND id >= :from AND id < :below
ORDER BY id
