-- Heads (GB/T 4761: 02, and 01 in registers of one sheet a household) who live there.
SELECT count(*) FROM residence
WHERE household = :household AND until IS NULL AND relation IN ('01', '02')
