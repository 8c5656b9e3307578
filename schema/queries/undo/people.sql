-- The new people of a batch, but for those that stay.
SELECT p.id, p.id_kind, p.id_no, p.name, p.former_name, p.sex, p.birth, p.died, p.ethnic,
       p.nationality, p.phone, p.politics, p.education, p.marriage, p.registered_address, p.tags,
       p.source, p.source_ref
FROM person AS p
WHERE p.id >= :from AND p.id < :below AND p.id NOT IN (SELECT value FROM json_each(:stay))
