SELECT id, code FROM org
