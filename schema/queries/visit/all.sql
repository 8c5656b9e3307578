-- Every visit, the earliest first.
SELECT * FROM visit_row ORDER BY at, id
