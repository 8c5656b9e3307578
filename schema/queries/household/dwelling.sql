SELECT dwelling FROM household WHERE id = :id
