-- Which of the numbers that a set of rows names are on file.
SELECT p.id, p.id_kind, p.id_no
FROM json_each(:numbers) AS k
CROSS JOIN person AS p ON p.id_no = k.value
