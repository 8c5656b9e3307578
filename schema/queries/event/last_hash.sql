-- The head of the chain.
SELECT hash FROM event ORDER BY id DESC LIMIT 1
