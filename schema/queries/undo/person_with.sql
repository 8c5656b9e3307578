-- Which batch changed a person last, where the number is of this kind.
SELECT batch FROM person WHERE id = :id AND id_kind = :id_kind
