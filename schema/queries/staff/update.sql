UPDATE staff SET name = :name, phone = :phone WHERE id = :id
