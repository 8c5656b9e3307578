-- The same visit that was to no household: by the same person, at the same moment.
SELECT * FROM visit_row
WHERE at = :at AND area = :area AND staff = :staff AND kind = :kind AND household IS NULL
  AND case_no IS :case_no
