-- A batch that brought nothing: the file was imported before.
DELETE FROM register_batch WHERE id = :id
