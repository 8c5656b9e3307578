DELETE FROM person_term WHERE part = :part
