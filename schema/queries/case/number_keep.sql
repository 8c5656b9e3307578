-- The last number given out on a day is at least this one.
INSERT INTO case_number (day, last) VALUES (:day, :last)
ON CONFLICT (day) DO UPDATE SET last = max(last, excluded.last)
