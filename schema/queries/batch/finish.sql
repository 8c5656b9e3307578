UPDATE register_batch
SET read = :read, added = :added, changed = :changed, same = :same, rejected = :rejected,
    repaired = :repaired, warned = :warned, skipped = :skipped,
    gone = :gone, details = :details,
    dwelling_below = :dwelling_below, household_below = :household_below,
    person_below = :person_below, residence_below = :residence_below
WHERE id = :id
