-- A dwelling in which nobody lives, of those numbered from :first on: the batch that brought it
-- has found another one for its household.
DELETE FROM dwelling
WHERE id = :id AND id >= :first AND NOT EXISTS (SELECT 1 FROM household WHERE dwelling = :id)
