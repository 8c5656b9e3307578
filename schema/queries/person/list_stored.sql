-- People wherever they live, as they stand in the table: for a whole register, since looking up each
-- household's people one after the other takes more than twice as long. The store knows the
-- households and says who comes first.
-- :all spells, or those that hold on a :day; a day beyond all days asks for the open ones.
SELECT r.household, r.id, p.id, p.id_kind, p.id_no, p.name, p.former_name, p.sex, p.birth, p.died,
       p.ethnic, p.nationality, p.phone, p.politics, p.education, p.marriage, p.registered_address,
       p.tags, p.source, p.source_ref,
       NULL AS community, NULL AS no, r.area, r.kind, r.relation, r.consistent, r.address, r.since,
       r.until, r.ended_by, r.flow_reason, r.origin, r.permit_no, r.registered_on, r.permit_until
FROM residence AS r
JOIN person AS p ON p.id = r.person
WHERE :all OR ((r.until IS NULL OR r.until > :day) AND (r.since IS NULL OR r.since <= :day))
