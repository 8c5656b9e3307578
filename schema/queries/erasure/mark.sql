UPDATE person SET erased = :at WHERE id = :id
