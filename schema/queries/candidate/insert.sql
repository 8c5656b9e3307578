-- A row to decide about, unless it was kept before.
INSERT INTO register_candidate (batch, digest, code, entry, state)
VALUES (:batch, :digest, :code, :entry, 'open')
ON CONFLICT (digest) DO NOTHING
