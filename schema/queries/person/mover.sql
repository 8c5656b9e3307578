-- A person who may move: not one who was erased.
SELECT p.id, p.id_kind, p.id_no, p.name, p.former_name, p.sex, p.birth, p.died, p.ethnic,
       p.nationality, p.phone, p.politics, p.education, p.marriage, p.registered_address, p.tags,
       p.source, p.source_ref
FROM person AS p
WHERE p.id = :id AND p.erased IS NULL
