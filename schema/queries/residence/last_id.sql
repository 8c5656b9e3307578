-- The last row number of a spell.
SELECT max(id) FROM residence
