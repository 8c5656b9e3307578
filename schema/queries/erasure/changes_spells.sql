-- The same of the person's spells.
UPDATE register_change SET before = '{}'
WHERE noun = 'residence' AND row IN (SELECT id FROM residence WHERE person = :person)
