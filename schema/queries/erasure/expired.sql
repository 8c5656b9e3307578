-- People whose last spell ended, or who died, before this day: as far as the date is known, the
-- last day that it may mean. In the order of their numbers.
SELECT p.id
FROM person AS p
WHERE p.erased IS NULL
  AND NOT EXISTS (SELECT 1 FROM residence AS r WHERE r.person = p.id AND r.until IS NULL)
  AND ifnull((SELECT max(r.until || '~') FROM residence AS r WHERE r.person = p.id),
             p.died || '~') < :before
ORDER BY p.id
