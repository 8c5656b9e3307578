-- Keeps a household as it was before a batch, once a batch; with :below all of a range, which the batch
-- removes and has not changed before. When it was visited last follows from the visits.
INSERT INTO register_change (batch, noun, row, removed, before)
SELECT :batch, 'household', id, :removed, json_object(
       'uid', uid, 'community', community, 'no', no, 'area', area, 'dwelling', dwelling, 'kind',
       kind, 'vacant', vacant, 'ended', ended, 'batch', batch)
FROM household AS r
WHERE id >= :row AND id < coalesce(:below, :row + 1) AND (:removed OR NOT EXISTS (
  SELECT 1 FROM register_change AS c WHERE c.noun = 'household' AND c.row = r.id AND c.batch = :batch))
