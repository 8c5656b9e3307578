-- The joint units of a case, in the order in which they were named.
SELECT org, since, due, left, worth, provisional, answered_at, released
FROM case_joint WHERE case_file = :case ORDER BY position
