INSERT INTO residence (id, person, household, area, kind, relation, consistent, address, since, until,
                       ended_by, flow_reason, origin, permit_no, registered_on, permit_until, batch)
VALUES (:id, :person, :household, :area, :kind, :relation, :consistent, :address, :since, :until,
        :ended_by, :flow_reason, :origin, :permit_no, :registered_on, :permit_until, :batch)
