INSERT INTO residence (person, household, area, kind, relation, consistent, address, since, until,
                       batch)
VALUES (:person, :household, :area, :kind, :relation, :consistent, :address, :since, :until, :batch)
