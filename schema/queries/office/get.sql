SELECT uid, secret, created_at, created_by FROM office WHERE id = 1
