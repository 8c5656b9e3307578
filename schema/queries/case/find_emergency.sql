-- Row numbers of the open emergencies (特急), which come first in every list.
SELECT id FROM case_file WHERE urgency = 'emergency' AND ended_at IS NULL ORDER BY id
