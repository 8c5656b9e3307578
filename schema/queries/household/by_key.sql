SELECT id, area, address, building, unit, room, kind, vacant
FROM household WHERE community = :community AND no = :no
