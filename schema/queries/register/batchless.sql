-- How many rows name a batch that there is none of. Looks at every row.
SELECT (SELECT count(*) FROM dwelling WHERE batch NOT IN (SELECT id FROM register_batch)),
       (SELECT count(*) FROM household WHERE batch NOT IN (SELECT id FROM register_batch)),
       (SELECT count(*) FROM person WHERE batch NOT IN (SELECT id FROM register_batch)),
       (SELECT count(*) FROM residence WHERE batch NOT IN (SELECT id FROM register_batch))
