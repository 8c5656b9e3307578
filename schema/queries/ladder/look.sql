-- When the ladder has to look at a case next; NULL: never, as it stands.
UPDATE case_file SET ladder_at = :at WHERE no = :no
