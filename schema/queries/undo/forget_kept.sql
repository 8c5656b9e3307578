-- Rows that stay need not be kept.
DELETE FROM register_change
WHERE batch = :undo AND noun = :noun AND row IN (SELECT value FROM json_each(:stay))
