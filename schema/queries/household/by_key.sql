SELECT h.id, h.area, d.address, d.building, d.unit, d.room, h.kind, h.vacant, d.kind, h.ended
FROM household AS h
LEFT JOIN dwelling AS d ON d.id = h.dwelling
WHERE h.community = :community AND h.no = :no
