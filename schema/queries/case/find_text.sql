-- Row numbers of cases that may contain a text: all that have its grams.
SELECT rowid FROM case_text WHERE case_text MATCH :grams LIMIT :most
