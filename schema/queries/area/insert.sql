INSERT INTO area (code, kind, since, until, successor, households_expected)
VALUES (:code, :kind, :since, :until, (SELECT id FROM area WHERE code = :successor), :households)
