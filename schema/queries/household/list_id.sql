-- One household; with those who live there on a day (one beyond all days,
-- :open: now), of whom a past day knows neither the unborn nor the dead (grid/domain/person_filter.h).
SELECT h.id, h.community, h.no, h.area, d.address, d.building, d.unit, d.room, h.kind, h.vacant,
       d.kind, h.ended, h.visited,
       (SELECT count(DISTINCT r.person) FROM residence AS r
        WHERE r.household = h.id AND (r.until IS NULL OR r.until > :day)
          AND (r.since IS NULL OR r.since <= :day)
          AND (:open OR EXISTS (SELECT 1 FROM person AS p WHERE p.id = r.person
               AND (p.birth IS NULL OR p.birth <= :day) AND (p.died IS NULL OR p.died > :day))))
FROM household AS h
LEFT JOIN dwelling AS d ON d.id = h.dwelling
WHERE h.id = :id
ORDER BY h.community, h.no
