-- Households of a community in a grid.
SELECT id FROM household WHERE area = :area AND community = :community AND ended IS NULL ORDER BY id
