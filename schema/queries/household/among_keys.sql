-- The households of a community that a set of rows names.
SELECT h.id, h.no, h.area, d.address, d.building, d.unit, d.room, h.kind, h.vacant, d.kind, h.ended
FROM json_each(:numbers) AS k
CROSS JOIN household AS h ON h.community = :community AND h.no = k.value
LEFT JOIN dwelling AS d ON d.id = h.dwelling
