UPDATE residence
SET household = :household, area = :area, kind = :kind, relation = :relation,
    consistent = :consistent, address = :address, since = :since, until = :until, batch = :batch
WHERE id = :id
