INSERT INTO access_log (at, actor, login, tool, purpose, records)
VALUES (:at, :actor, :login, :tool, :purpose, :records)
