INSERT INTO person (id, uid, id_kind, id_no, name, former_name, sex, birth, died, ethnic, nationality,
                    phone, politics, education, marriage, registered_address, tags, source,
                    source_ref, batch)
VALUES (:id, :uid, :id_kind, :id_no, :name, :former_name, :sex, :birth, :died, :ethnic, :nationality,
        :phone, :politics, :education, :marriage, :registered_address, :tags, :source,
        :source_ref, :batch)
