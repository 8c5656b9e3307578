SELECT id FROM area WHERE code = :code
