-- All that has fired for a case, in the order of firing.
SELECT c.no, f.cycle, f.stage, f.rule, f.reached, f.due, f.skipped, f.at, f.send_at, f.supervise,
       f.level, a.code, f.target, f.role, f.addressee, f.vacant, f.obstacle, f.text
FROM ladder_firing AS f
JOIN case_file AS c ON c.id = f.case_file
JOIN area AS a ON a.id = f.owner_area
WHERE f.case_file = (SELECT id FROM case_file WHERE no = :no)
ORDER BY f.at, f.cycle, f.reached, f.stage, f.rule
