-- People whose spell is in this grid: an open one in a household is where the household is.
-- :all spells, or those that hold on a :day; a day beyond all days asks for the open ones.
SELECT h.id, r.id, p.id, p.id_kind, p.id_no, p.name, p.former_name, p.sex, p.birth, p.died, p.ethnic,
       p.nationality, p.phone, p.politics, p.education, p.marriage, p.registered_address, p.tags,
       p.source, p.source_ref,
       h.community, h.no, r.area, r.kind, r.relation, r.consistent, r.address, r.since, r.until,
       r.ended_by, r.flow_reason, r.origin, r.permit_no, r.registered_on, r.permit_until
FROM residence AS r
JOIN person AS p ON p.id = r.person
LEFT JOIN household AS h ON h.id = r.household
WHERE r.id IN (SELECT id
               FROM residence
               WHERE area = :area AND (household IS NULL OR until IS NOT NULL)
               UNION ALL
               SELECT s.id
               FROM household AS home
               JOIN residence AS s ON s.household = home.id
               WHERE home.area = :area AND s.until IS NULL)
  AND (:all OR ((r.until IS NULL OR r.until > :day) AND (r.since IS NULL OR r.since <= :day)))
ORDER BY p.id, r.id
