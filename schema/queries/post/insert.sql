INSERT INTO post (staff, role, area, org, since, until)
VALUES (:staff, :role, (SELECT id FROM area WHERE code = :area),
        (SELECT id FROM org WHERE code = :org), :since, :until)
