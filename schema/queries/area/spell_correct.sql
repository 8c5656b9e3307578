-- A correction (not a move): the name and parent of the last spell.
UPDATE area_spell SET name = :name, parent = (SELECT id FROM area WHERE code = :parent)
WHERE area = :area AND since = (SELECT max(since) FROM area_spell WHERE area = :area)
