-- The pairs of community and grid that households name. Looks at every household.
SELECT DISTINCT community, area FROM household WHERE area IS NOT NULL AND ended IS NULL
