-- Removes the new households of a batch, but for those that stay.
DELETE FROM household
WHERE id >= :from AND id < :below AND id NOT IN (SELECT value FROM json_each(:stay))
