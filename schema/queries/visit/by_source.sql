-- The visit that another system recorded under its own key.
SELECT * FROM visit_row WHERE source IS :source AND source_ref = :source_ref
