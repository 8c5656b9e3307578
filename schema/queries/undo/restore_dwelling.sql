-- Makes the row what it was, as kept by a batch.
UPDATE dwelling
SET building = c.before ->> 'building', unit = c.before ->> 'unit', room = c.before ->> 'room',
    address = c.before ->> 'address', kind = c.before ->> 'kind', batch = c.before ->> 'batch'
FROM register_change AS c
WHERE c.id = :change AND dwelling.id = c.row
