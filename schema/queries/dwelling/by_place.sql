SELECT id FROM dwelling
WHERE community = :community AND building IS :building AND unit IS :unit AND room IS :room
  AND address IS :address
ORDER BY id LIMIT 1
