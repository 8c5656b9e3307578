SELECT h.id, h.area, d.address, d.building, d.unit, d.room, h.kind, h.vacant, d.kind, h.ended,
       h.community, h.no
FROM household AS h
LEFT JOIN dwelling AS d ON d.id = h.dwelling
WHERE h.id = :id
