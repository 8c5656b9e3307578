INSERT INTO office (id, uid, secret, created_at, created_by) VALUES (1, :uid, :secret, :at, :by)
