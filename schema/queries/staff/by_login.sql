SELECT id, name, phone FROM staff WHERE login = :login
