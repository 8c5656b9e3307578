-- Whom a row means, as somebody has decided; nothing where nobody has.
SELECT person FROM register_candidate
WHERE digest = :digest AND state <> 'open' AND person IS NOT NULL
