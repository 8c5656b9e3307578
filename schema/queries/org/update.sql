UPDATE org
SET name = :name, kind = :kind, area = (SELECT id FROM area WHERE code = :area), uscc = :uscc,
    contact = :contact, phone = :phone
WHERE code = :code
