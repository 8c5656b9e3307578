-- Whether anything stands in the register.
SELECT EXISTS (SELECT 1 FROM household) OR EXISTS (SELECT 1 FROM person)
