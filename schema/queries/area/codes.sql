SELECT id, code FROM area
