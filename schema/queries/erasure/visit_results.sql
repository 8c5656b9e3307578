-- What visits to the households of a person found up to the day on which the person left them, as far
-- as it is known; :offset of the office from UTC, in seconds.
UPDATE visit SET result = NULL
WHERE result IS NOT NULL
  AND household IN (SELECT r.household FROM residence AS r WHERE r.person = :person)
  AND EXISTS (SELECT 1 FROM residence AS r
              WHERE r.person = :person AND +r.household = visit.household
                AND date(visit.at + :offset, 'unixepoch') <= ifnull(r.until, '') || '~')
