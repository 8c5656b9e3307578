-- What a batch decided is open again.
UPDATE register_candidate SET state = 'open', person = NULL, decided = NULL WHERE decided = :batch
