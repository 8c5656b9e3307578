SELECT id, at, actor, login, tool, purpose, records FROM access_log ORDER BY id
