-- How an index is made.
SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = :name AND sql IS NOT NULL
