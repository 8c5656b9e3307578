-- The grams of a new case, separated by spaces.
INSERT INTO case_text (rowid, grams) VALUES (:id, :grams)
