-- Gives out the next number of a day on which there has been one. Without RETURNING, which would
-- make a savepoint of the statement: at each savepoint FTS5 writes out what it has gathered.
UPDATE case_number SET last = last + 1 WHERE day = :day
