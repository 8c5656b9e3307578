-- Rows that may have meant the person, or did: nobody can decide about them any more.
UPDATE register_candidate
SET entry = NULL, decided = CASE state WHEN 'open' THEN :batch ELSE decided END,
    state = CASE state WHEN 'open' THEN 'different' ELSE state END
WHERE entry IS NOT NULL
  AND (person = :person OR id IN (SELECT candidate FROM register_likeness WHERE person = :person))
