-- The last event, for the anchor of the chain.
SELECT id, no, seq, recorded_at FROM event_row ORDER BY id DESC LIMIT 1
