-- Every event, in the order of recording.
SELECT * FROM event_row ORDER BY id
