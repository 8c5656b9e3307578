UPDATE household
SET area = :area, dwelling = :dwelling, kind = :kind, vacant = :vacant, ended = :ended,
    batch = :batch
WHERE id = :id
