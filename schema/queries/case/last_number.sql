SELECT last FROM case_number WHERE day = :day
