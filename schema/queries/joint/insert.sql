INSERT INTO case_joint (case_file, org, since, position, due, left, worth,
                        provisional, answered_at, released)
VALUES (:case, :org, :since, :position, :due, :left, :worth,
        :provisional, :answered_at, :released)
