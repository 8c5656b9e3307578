-- The open spells in a household, and whether a complete register missed the person.
SELECT r.person, r.id, r.presumed_gone IS NOT NULL, h.community, h.no, r.area, r.kind, r.relation,
       r.consistent, r.address, r.since, r.until, r.ended_by, r.flow_reason, r.origin, r.permit_no,
       r.registered_on, r.permit_until
FROM residence AS r
JOIN household AS h ON h.id = r.household
WHERE r.household = :household AND r.until IS NULL
ORDER BY r.id
