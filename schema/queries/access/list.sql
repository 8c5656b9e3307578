-- Who saw personal data, in the order of recording. NULL: not asked for.
SELECT at, actor, login, tool, purpose, records, noun, choice, fields, keys
FROM access_log
WHERE (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)
  AND (:actor IS NULL OR actor = :actor OR login = :actor)
ORDER BY id
