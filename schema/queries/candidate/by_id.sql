SELECT id, batch, code, entry, state, person FROM register_candidate WHERE id = :id
