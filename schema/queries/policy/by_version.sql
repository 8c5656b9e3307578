SELECT since, applied_at, actor, login, document FROM policy WHERE version = :version
