-- Those who live in a household; or who ever did.
SELECT DISTINCT p.id, p.id_kind, p.id_no, p.name, p.former_name, p.sex, p.birth, p.died, p.ethnic,
       p.nationality, p.phone, p.politics, p.education, p.marriage, p.registered_address, p.tags,
       p.source, p.source_ref
FROM residence AS r
JOIN person AS p ON p.id = r.person
WHERE r.household = :household AND (:ever OR r.until IS NULL)
ORDER BY p.id
