-- The whole name, or a part of it. Reads every name: an index cannot find what lies inside.
SELECT id FROM person WHERE instr(name, :part) > 0 OR instr(former_name, :part) > 0 ORDER BY id
