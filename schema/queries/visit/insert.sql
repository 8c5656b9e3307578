INSERT INTO visit (uid, kind, household, case_no, area, at, staff, result, lon, lat, source,
                   source_ref, recorded_at, actor, login)
VALUES (:uid, :kind, :household, :case_no, :area, :at, :staff, :result, :lon, :lat, :source,
        :source_ref, :recorded_at, :actor, :login)
