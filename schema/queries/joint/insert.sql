INSERT INTO case_joint (case_file, org, since, position, answered_at, released)
VALUES (:case, :org, :since, :position, :answered_at, :released)
