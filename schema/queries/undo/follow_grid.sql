-- The grid of a spell follows its household's; who changed the spell last stays the same.
UPDATE residence SET area = (SELECT h.area FROM household AS h WHERE h.id = residence.household)
WHERE id = :id
