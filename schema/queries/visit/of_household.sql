-- The same visit to a household: by the same person, at the same moment.
SELECT * FROM visit_row
WHERE household = :household AND at = :at AND staff = :staff AND kind = :kind
  AND case_no IS :case_no
