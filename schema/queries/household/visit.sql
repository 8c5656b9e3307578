-- Keeps when a household was visited last.
UPDATE household SET visited = :at WHERE id = :id AND (visited IS NULL OR visited < :at)
