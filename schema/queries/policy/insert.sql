INSERT INTO policy (version, since, applied_at, actor, login, digest, document)
VALUES (:version, :since, :applied_at, :actor, :login, :digest, :document)
