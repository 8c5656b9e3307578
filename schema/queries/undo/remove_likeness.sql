DELETE FROM register_likeness
WHERE candidate IN (SELECT id FROM register_candidate WHERE batch = :batch AND state = 'open')
