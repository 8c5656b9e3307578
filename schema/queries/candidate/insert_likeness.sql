-- Somebody whom a row may mean.
INSERT INTO register_likeness (candidate, person)
SELECT id, :person FROM register_candidate WHERE digest = :digest
ON CONFLICT DO NOTHING
