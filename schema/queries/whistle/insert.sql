INSERT INTO case_whistle (case_file, position, org, called_at, arrived_at, outcome, score)
VALUES (:case, :position, :org, :called_at, :arrived_at, :outcome, :score)
