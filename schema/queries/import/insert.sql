-- The batch of a file that is being imported; its counts follow at the end.
INSERT INTO import_batch (uid, file, digest, at, actor, login, encoding, delimiter, header_row,
                          read, added, changed, same, rejected, repaired, warned, skipped)
VALUES (:uid, :file, :digest, :at, :actor, :login, :encoding, :delimiter, :header_row,
        0, 0, 0, 0, 0, 0, 0, 0)
