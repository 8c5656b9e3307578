INSERT INTO household (id, uid, community, no, area, dwelling, kind, vacant, batch)
VALUES (:id, :uid, :community, :no, :area, :dwelling, :kind, :vacant, :batch)
