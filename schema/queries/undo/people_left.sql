-- New people of a batch who still have a spell, and the batch that it is of.
SELECT person, batch, 0 FROM residence WHERE person >= :from AND person < :below
