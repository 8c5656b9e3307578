-- How many entries of the text index belong to no case.
SELECT count(*) FROM case_text_docsize WHERE id NOT IN (SELECT id FROM case_file)
