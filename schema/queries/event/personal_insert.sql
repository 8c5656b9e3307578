INSERT INTO event_personal (event, salt, body) VALUES (:event, :salt, :body)
