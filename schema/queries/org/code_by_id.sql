SELECT code FROM org WHERE id = :id
