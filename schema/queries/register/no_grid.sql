-- Households of which no grid is known.
SELECT id FROM household WHERE area IS NULL AND ended IS NULL ORDER BY id
