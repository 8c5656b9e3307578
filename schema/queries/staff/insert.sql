INSERT INTO staff (login, name, phone) VALUES (:login, :name, :phone)
