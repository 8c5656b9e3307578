-- New households of a batch that must stay, and the batch that stands in the way (0: a
-- visit), by whose spell. A
-- household to which a later change would take a spell back stays, too.
SELECT id, batch, 0 FROM household WHERE id >= :from AND id < :below AND batch > :batch
UNION ALL
SELECT household, batch, person FROM residence WHERE household >= :from AND household < :below
UNION ALL
SELECT household, 0, 0 FROM visit WHERE household >= :from AND household < :below
UNION ALL
SELECT c.before ->> 'household', c.batch, 0
FROM register_change AS c
JOIN residence AS r ON r.id = c.row AND r.batch >= c.batch
WHERE c.noun = 'residence' AND c.row >= :residence_from AND c.row < :residence_below
  AND c.batch > :batch AND c.before ->> 'household' >= :from AND c.before ->> 'household' < :below
UNION ALL
SELECT c.before ->> 'household', c.batch, 0
FROM register_change AS own
JOIN register_change AS c ON c.noun = own.noun AND c.row = own.row AND c.batch > own.batch
JOIN residence AS r ON r.id = c.row AND r.batch >= c.batch
WHERE own.batch = :batch AND own.noun = 'residence'
  AND c.before ->> 'household' >= :from AND c.before ->> 'household' < :below
