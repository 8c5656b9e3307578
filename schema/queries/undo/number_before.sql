-- The number that a person would have again.
SELECT before ->> 'id_kind', before ->> 'id_no' FROM register_change WHERE id = :change
