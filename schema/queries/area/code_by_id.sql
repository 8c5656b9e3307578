SELECT code FROM area WHERE id = :id
