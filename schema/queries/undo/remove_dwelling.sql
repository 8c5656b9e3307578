-- Removes the new dwellings of a batch, but for those that stay.
DELETE FROM dwelling
WHERE id >= :from AND id < :below AND id NOT IN (SELECT value FROM json_each(:stay))
