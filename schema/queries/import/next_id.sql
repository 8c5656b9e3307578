SELECT ifnull(max(id), 0) + 1 FROM import_batch
