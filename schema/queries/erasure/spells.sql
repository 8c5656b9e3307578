-- What the spells of an erased person tell in words or by number; where, as what and when stays.
UPDATE residence
SET address = NULL, origin = NULL, permit_no = NULL, registered_on = NULL, permit_until = NULL,
    batch = :batch
WHERE person = :person
