-- What the undoing has kept of a noun so far are rows that it removes.
UPDATE register_change SET removed = 1 WHERE batch = :undo AND noun = :noun
