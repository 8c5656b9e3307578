-- Households that live in a building of a community.
SELECT h.id FROM dwelling AS d JOIN household AS h ON h.dwelling = d.id
WHERE d.community = :community AND d.building = :building
ORDER BY h.id
