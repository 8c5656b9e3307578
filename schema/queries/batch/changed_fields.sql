-- How many rows a batch changed, by field: what was kept against what came after it, which a later
-- batch kept or the row still is (in the words of change/*.sql).
SELECT noun, key, count(*)
FROM (
  SELECT c.noun, field.key AS key, field.value AS value,
         coalesce((SELECT n.before FROM register_change AS n
           WHERE n.noun = c.noun AND n.row = c.row AND n.id > c.id ORDER BY n.id LIMIT 1),
           CASE c.noun
           WHEN 'dwelling' THEN (SELECT json_object(
       'uid', uid, 'community', community, 'building', building, 'unit', unit, 'room', room,
       'address', address, 'kind', kind, 'batch', batch)
             FROM dwelling WHERE id = c.row)
           WHEN 'household' THEN (SELECT json_object(
       'uid', uid, 'community', community, 'no', no, 'area', area, 'dwelling', dwelling, 'kind',
       kind, 'vacant', vacant, 'ended', ended, 'batch', batch)
             FROM household WHERE id = c.row)
           WHEN 'person' THEN (SELECT json_object(
       'uid', uid, 'id_kind', id_kind, 'id_no', id_no, 'name', name, 'former_name', former_name,
       'sex', sex, 'birth', birth, 'died', died, 'ethnic', ethnic, 'nationality',
       nationality, 'phone', phone, 'politics', politics, 'education', education,
       'marriage', marriage, 'registered_address', registered_address, 'tags', tags,
       'source', source, 'source_ref', source_ref, 'erased', erased, 'batch', batch)
             FROM person WHERE id = c.row)
           WHEN 'residence' THEN (SELECT json_object(
       'person', person, 'household', household, 'area', area, 'kind', kind,
       'relation', relation, 'consistent', consistent, 'address', address, 'since',
       since, 'until', until, 'ended_by', ended_by, 'flow_reason', flow_reason,
       'origin', origin, 'permit_no', permit_no, 'registered_on', registered_on,
       'permit_until', permit_until, 'presumed_gone', presumed_gone, 'batch', batch)
             FROM residence WHERE id = c.row)
           END) AS after
  FROM register_change AS c, json_each(c.before) AS field
  WHERE c.batch = :batch AND c.removed = 0 AND field.key NOT IN ('uid', 'batch'))
WHERE value IS NOT json_extract(after, '$.' || key)
GROUP BY noun, key
ORDER BY noun, key
