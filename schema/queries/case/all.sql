-- Every case, in the order of filing.
SELECT * FROM case_row ORDER BY id
