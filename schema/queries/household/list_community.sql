-- Households of a community, in the order of their numbers; with those who live there.
SELECT h.id, h.community, h.no, h.area, h.address, h.building, h.unit, h.room, h.kind, h.vacant,
       (SELECT count(DISTINCT r.person) FROM residence AS r
        WHERE r.household = h.id AND r.until IS NULL)
FROM household AS h
WHERE h.community = :community
ORDER BY h.community, h.no
