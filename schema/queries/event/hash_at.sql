-- The hash of one event, by its place in the order of recording.
SELECT hash FROM event WHERE id = :id
