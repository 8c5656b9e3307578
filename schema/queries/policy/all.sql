SELECT version, since, applied_at, actor, login FROM policy ORDER BY version
