-- Keeps a household as it was before a batch, once a batch.
INSERT INTO register_change (batch, noun, row, before)
SELECT :batch, 'household', id, json_object(
       'community', community, 'no', no, 'area', area, 'dwelling', dwelling, 'kind',
       kind, 'vacant', vacant, 'ended', ended, 'visited', visited, 'batch', batch)
FROM household AS r
WHERE id = :row AND NOT EXISTS (
  SELECT 1 FROM register_change AS c WHERE c.noun = 'household' AND c.row = r.id AND c.batch = :batch)
