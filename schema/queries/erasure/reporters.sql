-- Cases that ended before this moment and still tell who reported them, in the order of filing.
SELECT no FROM case_file
WHERE ended_at < :before AND (reporter_name IS NOT NULL OR reporter_phone IS NOT NULL)
ORDER BY id
