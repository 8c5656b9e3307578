INSERT INTO area_spell (area, since, until, name, parent)
VALUES (:area, :since, :until, :name, (SELECT id FROM area WHERE code = :parent))
