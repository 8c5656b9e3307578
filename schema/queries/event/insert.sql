INSERT INTO event (case_file, seq, action, at, recorded_at, actor, login, post, from_state,
                   to_state, area, org, staff, reason, text, data, personal, hash)
VALUES (:case, :seq, :action, :at, :recorded_at, :actor, :login, :post, :from_state,
        :to_state, :area, :org, :staff, :reason, :text, :data, :personal, :hash)
