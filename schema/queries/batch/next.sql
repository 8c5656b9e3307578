-- The number of the next batch, and the first numbers of its rows.
SELECT ifnull(max(id), 0) + 1, ifnull(max(dwelling_below), 1), ifnull(max(household_below), 1),
       ifnull(max(person_below), 1), ifnull(max(residence_below), 1)
FROM register_batch
