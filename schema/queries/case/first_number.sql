INSERT INTO case_number (day, last) VALUES (:day, 1)
