-- Rows that wait for a person to decide; few, and read whole.
SELECT id, batch, code, entry, state, person FROM register_candidate
WHERE state = 'open' ORDER BY id
