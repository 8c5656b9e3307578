-- Keeps a person as it was before a batch, once a batch; with :below all of a range, which the batch
-- removes and has not changed before.
INSERT INTO register_change (batch, noun, row, removed, before)
SELECT :batch, 'person', id, :removed, json_object(
       'uid', uid, 'id_kind', id_kind, 'id_no', id_no, 'name', name, 'former_name', former_name,
       'sex', sex, 'birth', birth, 'died', died, 'ethnic', ethnic, 'nationality',
       nationality, 'phone', phone, 'politics', politics, 'education', education,
       'marriage', marriage, 'registered_address', registered_address, 'tags', tags,
       'source', source, 'source_ref', source_ref, 'erased', erased, 'batch', batch)
FROM person AS r
WHERE id >= :row AND id < coalesce(:below, :row + 1) AND (:removed OR NOT EXISTS (
  SELECT 1 FROM register_change AS c WHERE c.noun = 'person' AND c.row = r.id AND c.batch = :batch))
