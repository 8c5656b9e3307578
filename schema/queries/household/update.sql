UPDATE household
SET area = :area, address = :address, building = :building, unit = :unit, room = :room,
    kind = :kind, vacant = :vacant, batch = :batch
WHERE id = :id
