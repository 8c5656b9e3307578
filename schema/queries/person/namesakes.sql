-- People without number, of one name and birth, who live in a community: in a household of it, or
-- in its areas without household. Of those numbered below :below.
SELECT DISTINCT p.id
FROM person AS p
JOIN residence AS r ON r.person = p.id
LEFT JOIN household AS h ON h.id = r.household
LEFT JOIN area AS a ON a.id = r.area
WHERE p.id_no IS NULL AND p.erased IS NULL AND p.name = :name AND p.birth = :birth AND p.id < :below
  AND r.until IS NULL
  AND (h.community = :community OR (h.id IS NULL AND a.id IN (
    SELECT value FROM json_each(:areas))))
ORDER BY p.id
