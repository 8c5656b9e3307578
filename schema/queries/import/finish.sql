UPDATE import_batch
SET read = :read, added = :added, changed = :changed, same = :same, rejected = :rejected,
    repaired = :repaired, warned = :warned, skipped = :skipped
WHERE id = :id
