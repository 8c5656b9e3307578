DELETE FROM person_term WHERE part = :part AND term = :term AND first = :first
