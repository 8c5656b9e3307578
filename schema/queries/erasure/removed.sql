-- What people and spells were that batches before this moment took away.
UPDATE register_change SET before = '{}'
WHERE removed = 1 AND noun IN ('person', 'residence') AND before <> '{}'
  AND batch IN (SELECT id FROM register_batch WHERE at < :before)
