-- A batch that begins; its counts follow at the end. Its rows are numbered behind all that any
-- batch has given.
INSERT INTO register_batch (id, uid, kind, file, digest, at, actor, login, encoding, delimiter,
                            sheet, header_row, whole, undoes, reason,
                            dwelling_from, dwelling_below, household_from, household_below,
                            person_from, person_below, residence_from, residence_below)
VALUES (:id, :uid, :kind, :file, :digest, :at, :actor, :login, :encoding, :delimiter,
        :sheet, :header_row, :whole, :undoes, :reason,
        :dwelling, :dwelling, :household, :household,
        :person, :person, :residence, :residence)
