-- Every spell of a person, oldest first.
SELECT r.id, r.household, h.community, h.no, r.area, r.kind, r.relation, r.consistent, r.address, r.since, r.until,
       r.ended_by, r.flow_reason, r.origin, r.permit_no, r.registered_on, r.permit_until
FROM residence AS r
LEFT JOIN household AS h ON h.id = r.household
WHERE r.person = :person
ORDER BY r.id
