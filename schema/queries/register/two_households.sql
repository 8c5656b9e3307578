-- People with open spells of one role (registered, or living) in two households. Looks at every
-- spell.
SELECT person FROM residence
WHERE until IS NULL AND household IS NOT NULL
GROUP BY person, ifnull(kind, '') = 'registered' HAVING count(DISTINCT household) > 1
ORDER BY person
