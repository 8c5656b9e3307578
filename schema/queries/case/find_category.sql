-- Row numbers of cases of a category and of those below it.
SELECT id FROM case_file WHERE category >= :category AND category < :category || 'ÿ' LIMIT :most
