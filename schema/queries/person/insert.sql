INSERT INTO person (uid, id_kind, id_no, name, former_name, sex, birth, ethnic, nationality, phone,
                    politics, education, marriage, registered_address, tags, batch)
VALUES (:uid, :id_kind, :id_no, :name, :former_name, :sex, :birth, :ethnic, :nationality, :phone,
        :politics, :education, :marriage, :registered_address, :tags, :batch)
