-- Whether a household had a head before a batch, or people who have all gone since; those whose
-- head is still missing do not count.
SELECT EXISTS (SELECT 1 FROM residence
               WHERE household = :household AND id < :first AND relation IN ('01', '02'))
    OR (EXISTS (SELECT 1 FROM residence WHERE household = :household AND id < :first)
        AND NOT EXISTS (SELECT 1 FROM residence
                        WHERE household = :household AND id < :first AND until IS NULL))
