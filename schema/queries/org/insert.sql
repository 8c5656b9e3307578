INSERT INTO org (code, name, kind, area, uscc, contact, phone)
VALUES (:code, :name, :kind, (SELECT id FROM area WHERE code = :area), :uscc, :contact, :phone)
