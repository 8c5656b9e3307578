-- Why a person was moved, or a move of the person taken back, whomever else that was about. Looks at
-- every batch with a reason: they are few.
UPDATE register_batch AS b SET reason = NULL
WHERE reason IS NOT NULL AND kind IN ('move', 'undo')
  AND ((:person >= person_from AND :person < person_below)
    OR EXISTS (SELECT 1 FROM residence AS r
               WHERE r.person = :person AND r.id >= b.residence_from AND r.id < b.residence_below)
    OR EXISTS (SELECT 1 FROM register_change AS c
               WHERE c.noun = 'person' AND c.row = :person AND c.batch = b.id)
    OR EXISTS (SELECT 1 FROM residence AS r
               CROSS JOIN register_change AS c ON c.noun = 'residence' AND c.row = r.id
               WHERE r.person = :person AND c.batch = b.id))
