UPDATE register_candidate SET state = :state, person = :person, decided = :batch WHERE id = :id
