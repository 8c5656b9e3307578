-- Keeps a dwelling as it was before a batch, once a batch; with :below all of a range, which the batch
-- removes and has not changed before.
INSERT INTO register_change (batch, noun, row, removed, before)
SELECT :batch, 'dwelling', id, :removed, json_object(
       'uid', uid, 'community', community, 'building', building, 'unit', unit, 'room', room,
       'address', address, 'kind', kind, 'batch', batch)
FROM dwelling AS r
WHERE id >= :row AND id < coalesce(:below, :row + 1) AND (:removed OR NOT EXISTS (
  SELECT 1 FROM register_change AS c WHERE c.noun = 'dwelling' AND c.row = r.id AND c.batch = :batch))
