-- Which of the households of a community that a set of rows names are on file.
SELECT h.id, h.no
FROM json_each(:numbers) AS k
CROSS JOIN household AS h ON h.community = :community AND h.no = k.value
