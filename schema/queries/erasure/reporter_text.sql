-- The personal text of a case's events: the events keep its digest, and the chain holds.
DELETE FROM event_personal WHERE event IN (SELECT id FROM event WHERE case_file = :case_file)
