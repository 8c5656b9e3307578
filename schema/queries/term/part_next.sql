SELECT ifnull(max(id), 0) + 1 FROM person_term_part
