-- The cases at which the ladder has to look by a moment, in the order of filing. Few of many: a
-- walk over all of them for the order's sake would cost what the index saves.
SELECT no FROM case_file INDEXED BY case_ladder WHERE ladder_at <= :now ORDER BY id
