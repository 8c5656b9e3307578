SELECT calendar, date, published, kind, name
FROM calendar_day WHERE version = :version
ORDER BY calendar, date, published
