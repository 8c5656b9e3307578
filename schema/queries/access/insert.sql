INSERT INTO access_log (at, actor, login, tool, purpose, records, noun, choice, fields, keys)
VALUES (:at, :actor, :login, :tool, :purpose, :records, :noun, :choice, :fields, :keys)
