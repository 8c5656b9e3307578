-- A batch that brought nothing: the file was imported before.
DELETE FROM import_batch WHERE id = :id
