-- What a person was before some batch: emptied, so that no batch can bring it back.
UPDATE register_change SET before = '{}' WHERE noun = 'person' AND row = :person
