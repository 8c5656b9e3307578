INSERT INTO household (uid, community, no, area, address, building, unit, room, kind, vacant, batch)
VALUES (:uid, :community, :no, :area, :address, :building, :unit, :room, :kind, :vacant, :batch)
