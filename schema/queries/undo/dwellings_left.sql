-- New dwellings of a batch that must stay, and the batch that stands in the way, by which
-- household. One to which a later change would take a household back stays, too.
SELECT id, batch, 0 FROM dwelling WHERE id >= :from AND id < :below AND batch > :batch
UNION ALL
SELECT dwelling, batch, id FROM household WHERE dwelling >= :from AND dwelling < :below
UNION ALL
SELECT c.before ->> 'dwelling', c.batch, 0
FROM register_change AS c
JOIN household AS r ON r.id = c.row AND r.batch >= c.batch
WHERE c.noun = 'household' AND c.row >= :household_from AND c.row < :household_below
  AND c.batch > :batch AND c.before ->> 'dwelling' >= :from AND c.before ->> 'dwelling' < :below
UNION ALL
SELECT c.before ->> 'dwelling', c.batch, 0
FROM register_change AS own
JOIN register_change AS c ON c.noun = own.noun AND c.row = own.row AND c.batch > own.batch
JOIN household AS r ON r.id = c.row AND r.batch >= c.batch
WHERE own.batch = :batch AND own.noun = 'household'
  AND c.before ->> 'dwelling' >= :from AND c.before ->> 'dwelling' < :below
