-- Rows of a batch that nobody has decided on: imported again, they are asked about again.
DELETE FROM register_candidate WHERE batch = :batch AND state = 'open'
