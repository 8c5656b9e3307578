-- One household; with those who live there on a day (one beyond all days: now).
SELECT h.id, h.community, h.no, h.area, d.address, d.building, d.unit, d.room, h.kind, h.vacant,
       d.kind, h.ended, h.visited,
       (SELECT count(DISTINCT r.person) FROM residence AS r
        WHERE r.household = h.id AND (r.until IS NULL OR r.until > :day)
          AND (r.since IS NULL OR r.since <= :day))
FROM household AS h
LEFT JOIN dwelling AS d ON d.id = h.dwelling
WHERE h.id = :id
ORDER BY h.community, h.no
