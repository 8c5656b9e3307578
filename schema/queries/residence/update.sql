UPDATE residence
SET household = :household, area = :area, kind = :kind, relation = :relation,
    consistent = :consistent, address = :address, since = :since, until = :until,
    ended_by = :ended_by, flow_reason = :flow_reason, origin = :origin, permit_no = :permit_no,
    registered_on = :registered_on, permit_until = :permit_until, batch = :batch
WHERE id = :id
