SELECT id FROM org WHERE code = :code
