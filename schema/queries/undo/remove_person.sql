-- Removes the new people of a batch, but for those that stay.
DELETE FROM person
WHERE id >= :from AND id < :below AND id NOT IN (SELECT value FROM json_each(:stay))
