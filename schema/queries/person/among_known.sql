-- The numbers of a set of people.
SELECT p.id, p.id_kind, p.id_no
FROM json_each(:people) AS k
CROSS JOIN person AS p ON p.id = k.value
