-- The rows that a batch changed or removed.
SELECT noun, removed, row FROM register_change WHERE batch = :batch ORDER BY noun, removed, row
