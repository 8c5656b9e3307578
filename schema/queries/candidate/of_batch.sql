-- Whether a batch kept rows to decide about.
SELECT EXISTS (SELECT 1 FROM register_candidate WHERE batch = :batch)
