-- The case that another system filed under its own key.
SELECT * FROM case_row WHERE source IS :source AND source_ref = :source_ref
