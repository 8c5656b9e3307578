-- Gives out the next number of a day.
INSERT INTO case_number (day, last) VALUES (:day, 1)
ON CONFLICT (day) DO UPDATE SET last = last + 1
RETURNING last
