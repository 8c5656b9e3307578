INSERT INTO calendar_day (version, calendar, date, published, kind, name)
VALUES (:version, :calendar, :date, :published, :kind, :name)
