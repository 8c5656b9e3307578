UPDATE person
SET id_kind = :id_kind, id_no = :id_no, name = :name, former_name = :former_name, sex = :sex,
    birth = :birth, died = :died, ethnic = :ethnic, nationality = :nationality, phone = :phone,
    politics = :politics, education = :education, marriage = :marriage,
    registered_address = :registered_address, tags = :tags, source = :source,
    source_ref = :source_ref, batch = :batch
WHERE id = :id
