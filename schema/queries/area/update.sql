UPDATE area
SET kind = :kind, since = :since, until = :until,
    successor = (SELECT id FROM area WHERE code = :successor), households_expected = :households
WHERE id = :id
