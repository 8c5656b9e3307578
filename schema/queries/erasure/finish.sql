-- The counts of an erasure.
UPDATE register_batch SET read = :read, changed = :changed, same = :same WHERE id = :id
