-- A person as far as an erasure asks; with open spells, and when it was erased.
SELECT p.id_kind, p.id_no, p.name, p.former_name, p.sex, p.birth, p.died, p.ethnic,
       p.nationality, p.phone, p.politics, p.education, p.marriage, p.registered_address, p.tags,
       p.source, p.source_ref,
       EXISTS (SELECT 1 FROM residence AS r WHERE r.person = p.id AND r.until IS NULL), p.erased
FROM person AS p
WHERE p.id = :id
