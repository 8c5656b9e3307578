UPDATE post SET until = :until WHERE id = :id
