SELECT id FROM household WHERE area = :area ORDER BY id
