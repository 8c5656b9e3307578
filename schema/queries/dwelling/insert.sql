INSERT INTO dwelling (id, uid, community, building, unit, room, address, kind, batch)
VALUES (:id, :uid, :community, :building, :unit, :room, :address, :kind, :batch)
