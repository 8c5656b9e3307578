-- Those who live in a set of households or did, of the people numbered below :below.
SELECT DISTINCT r.household, p.id, p.id_kind, p.id_no, p.name, p.former_name, p.sex, p.birth, p.died, p.ethnic,
       p.nationality, p.phone, p.politics, p.education, p.marriage, p.registered_address, p.tags,
       p.source, p.source_ref
FROM json_each(:households) AS k
CROSS JOIN residence AS r ON r.household = k.value
CROSS JOIN person AS p ON p.id = r.person
WHERE p.id < :below
ORDER BY p.id
