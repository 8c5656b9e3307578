-- Makes the row what it was, as kept by a batch.
UPDATE person
SET id_kind = c.before ->> 'id_kind', id_no = c.before ->> 'id_no', name = c.before ->> 'name',
    former_name = c.before ->> 'former_name', sex = c.before ->> 'sex',
    birth = c.before ->> 'birth', died = c.before ->> 'died', ethnic = c.before ->> 'ethnic',
    nationality = c.before ->> 'nationality', phone = c.before ->> 'phone',
    politics = c.before ->> 'politics', education = c.before ->> 'education',
    marriage = c.before ->> 'marriage', registered_address = c.before ->> 'registered_address',
    tags = c.before ->> 'tags', source = c.before ->> 'source',
    source_ref = c.before ->> 'source_ref', erased = c.before ->> 'erased',
    batch = c.before ->> 'batch'
FROM register_change AS c
WHERE c.id = :change AND person.id = c.row
