-- People of whom a batch cannot be taken back, and the later batch that stands in the way: it
-- changed the spell or the person, or added another spell of theirs, or a candidate may mean them.
SELECT r.person, r.batch, 0
FROM residence AS r
WHERE r.id >= :residence_from AND r.id < :residence_below AND r.batch > :batch
UNION ALL
SELECT r.person, r.batch, 0
FROM register_change AS c
JOIN residence AS r ON r.id = c.row
WHERE c.batch = :batch AND c.noun = 'residence' AND r.batch > :batch
UNION ALL
SELECT r.person, later.batch, 0
FROM residence AS r
JOIN residence AS later ON later.person = r.person AND later.id >= :residence_below
WHERE r.id >= :residence_from AND r.id < :residence_below
UNION ALL
SELECT r.person, later.batch, 0
FROM register_change AS c
JOIN residence AS r ON r.id = c.row
JOIN residence AS later ON later.person = r.person AND later.id >= :residence_below
WHERE c.batch = :batch AND c.noun = 'residence' AND r.batch = :batch
UNION ALL
SELECT p.id, p.batch, 0
FROM person AS p
WHERE p.id >= :person_from AND p.id < :person_below AND p.batch > :batch
UNION ALL
SELECT person, decided, 0
FROM register_candidate
WHERE person >= :person_from AND person < :person_below
UNION ALL
SELECT l.person, coalesce(c.decided, c.batch), 0
FROM register_likeness AS l
JOIN register_candidate AS c ON c.id = l.candidate
WHERE l.person >= :person_from AND l.person < :person_below
