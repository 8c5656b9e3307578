-- Every spell of a set of people, each person's oldest first.
SELECT r.person, r.id, r.household, h.community, h.no, r.area, r.kind, r.relation, r.consistent,
       r.address, r.since, r.until, r.ended_by, r.flow_reason, r.origin, r.permit_no,
       r.registered_on, r.permit_until
FROM json_each(:people) AS k
CROSS JOIN residence AS r ON r.person = k.value
LEFT JOIN household AS h ON h.id = r.household
ORDER BY r.id
