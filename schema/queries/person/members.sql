-- Those of one name who live in a household or did, of the people numbered below :below.
SELECT DISTINCT p.id, p.id_kind, p.id_no, p.name, p.former_name, p.sex, p.birth, p.died, p.ethnic,
       p.nationality, p.phone, p.politics, p.education, p.marriage, p.registered_address, p.tags,
       p.source, p.source_ref
FROM residence AS r
JOIN person AS p ON p.id = r.person
WHERE r.household = :household AND p.name = :name AND p.id < :below
ORDER BY p.id
