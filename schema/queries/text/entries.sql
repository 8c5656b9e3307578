-- Every case with what the text index knows of it: the number of its grams as FTS5 writes it; NULL
-- where it is not in the index. Reads all cases, for grid-check.
SELECT c.no, c.title, c.text, d.sz
FROM case_file AS c
LEFT JOIN case_text_docsize AS d ON d.id = c.id
ORDER BY c.id
