-- The households of a person's spells: of all, or of those that hold on a :day.
SELECT DISTINCT r.household FROM residence AS r
WHERE r.person = :person AND r.household IS NOT NULL
  AND (:all OR ((r.until IS NULL OR r.until > :day) AND (r.since IS NULL OR r.since <= :day)))
ORDER BY r.household
