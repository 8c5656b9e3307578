-- How many rows have numbers that no batch has given. Looks at the ends of the tables only: batches
-- give one number after the other.
SELECT (SELECT count(*) FROM dwelling
        WHERE id >= (SELECT ifnull(max(dwelling_below), 1) FROM register_batch)),
       (SELECT count(*) FROM household
        WHERE id >= (SELECT ifnull(max(household_below), 1) FROM register_batch)),
       (SELECT count(*) FROM person
        WHERE id >= (SELECT ifnull(max(person_below), 1) FROM register_batch)),
       (SELECT count(*) FROM residence
        WHERE id >= (SELECT ifnull(max(residence_below), 1) FROM register_batch))
