# Which households has nobody visited within the policy's days? First of all those never visited.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ printf '%s\n' '{"type":"household","community":"330782002005","no":"0002","area":"330782002005002"}' '{"type":"household","community":"330782002005","no":"0003"}' '{"type":"household","community":"330782002005","no":"0004","area":"330782002005001","vacant":true}' '{"type":"household","community":"330782002005","no":"0000","area":"330782002005001"}' | household-import --quiet > more.jsonl

$ grid-check --visits
{"type":"missed","v":1,"area":"330782002005","name":"东洲社区","community":"330782002005","households":1,"unvisited":1,"never":1,"since":"2026-08-22","due":["0003"]}
{"type":"missed","v":1,"area":"330782002005001","name":"第一网格","community":"330782002005","staff":["worker1"],"households":2,"unvisited":2,"never":2,"since":"2026-08-22","due":["0000","0001"]}
{"type":"missed","v":1,"area":"330782002005002","name":"第二网格","community":"330782002005","staff":["worker2"],"households":1,"unvisited":1,"never":1,"since":"2026-08-22","due":["0002"]}
? 1

$ household-list | grep -v 0003 | visit-log --quiet --as clerk --at 2026-11-01T09:00 > visits.jsonl; grid-check --visits
{"type":"missed","v":1,"area":"330782002005","name":"东洲社区","community":"330782002005","households":1,"unvisited":1,"never":1,"since":"2026-08-22","due":["0003"]}
? 1

$ visit-log --quiet --community 330782002005 --household 0003 --as clerk >> visits.jsonl; grid-check --visits

# The last day on which they are still in time, and the first on which they are not.
$ grid-check --visits --now 2027-01-30T23:59:59+08:00

$ grid-check --visits --now 2027-01-31T00:00:00+08:00 --format table --lang zh
网格             名称      所属社区      责任网格员  户数  未走访  从未走访  起算日
330782002005001  第一网格  330782002005  worker1        2       2         0  2026-11-02
330782002005002  第二网格  330782002005  worker2        1       1         0  2026-11-02
? 1

# A policy without such a rule misses nobody.
$ grid-policy show > policy.toml; sed -i 's/^visit_days = .*/visit_days = 0/' policy.toml; grid-policy apply policy.toml --quiet > applied.jsonl; grid-check --visits --now 2028-01-31T00:00:00+08:00

# What is kept with a household is what its visits say.
$ sqlite3 grid.db "UPDATE household SET visited = visited + 60 WHERE no = '0002'"; grid-check --quiet | grep household
{"type":"problem","v":1,"code":"household.visited","area":"330782002005002","message":"in 330782002005 household 0002 was last visited at another time than is kept with it"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
! grid-check: warning: 1 households have no grid [household.no_grid]
? 1

$ grid-check --visits --anchor
! grid-check: --visits stands alone [usage.value]
? 2
