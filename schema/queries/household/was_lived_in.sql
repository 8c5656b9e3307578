-- Whether anybody had lived in a household before a batch, whose new spells begin with :below.
SELECT EXISTS (SELECT 1 FROM residence WHERE household = :household AND id < :below)
