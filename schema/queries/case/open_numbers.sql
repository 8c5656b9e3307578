-- Numbers of all open cases, in the order of filing.
SELECT no FROM case_file
WHERE state IN ('reported', 'accepted', 'dispatched', 'handling', 'suspended', 'resolved',
                'verified')
ORDER BY id
