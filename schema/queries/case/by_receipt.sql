SELECT * FROM case_row WHERE receipt = :receipt
