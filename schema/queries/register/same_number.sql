-- People with a number that somebody else has. Reads and sorts the numbers of all.
SELECT id
FROM (SELECT id, count(*) OVER (PARTITION BY id_no, id_kind) AS holders
      FROM person
      WHERE id_no IS NOT NULL)
WHERE holders > 1
ORDER BY id
