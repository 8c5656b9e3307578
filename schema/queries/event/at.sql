-- Case and place in it of one event, by its place in the order of recording.
SELECT c.no, e.seq FROM event AS e JOIN case_file AS c ON c.id = e.case_file WHERE e.id = :id
