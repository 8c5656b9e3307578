-- Removes the new spells of a batch, but for those that stay.
DELETE FROM residence
WHERE id >= :from AND id < :below AND id NOT IN (SELECT value FROM json_each(:stay))
