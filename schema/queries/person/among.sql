-- A set of people by their row numbers.
SELECT p.id, p.id_kind, p.id_no, p.name, p.former_name, p.sex, p.birth, p.died, p.ethnic,
       p.nationality, p.phone, p.politics, p.education, p.marriage, p.registered_address, p.tags,
       p.source, p.source_ref
FROM json_each(:people) AS k
CROSS JOIN person AS p ON p.id = k.value
