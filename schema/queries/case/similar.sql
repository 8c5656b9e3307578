-- Open cases of a category in a community, reported in a span of time, the newest first.
SELECT no, lon, lat, crs FROM case_file
WHERE category = :category AND community = :community
  AND reported_at BETWEEN :since AND :until AND ended_at IS NULL
ORDER BY reported_at DESC, id DESC LIMIT :most
