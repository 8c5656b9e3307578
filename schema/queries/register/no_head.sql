-- Families that people live in, but no head (GB/T 4761: 02, and 01 in registers of one sheet a
-- household). Looks at every household.
SELECT h.id FROM household AS h
WHERE h.ended IS NULL AND h.kind = 'family'
  AND EXISTS (SELECT 1 FROM residence AS r WHERE r.household = h.id AND r.until IS NULL)
  AND NOT EXISTS (SELECT 1 FROM residence AS r
                  WHERE r.household = h.id AND r.until IS NULL AND r.relation IN ('01', '02'))
ORDER BY h.id
