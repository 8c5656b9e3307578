-- Households of a community by their numbers, also those that have ended.
SELECT id, no
FROM household
WHERE community = :community
ORDER BY no
