# The figures of an office without cases: a rate without a denominator is null.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ grid-stats --month 2026-11
{"type":"stat","v":1,"area":"330782002005","name":"东洲社区","level":"community","from":"2026-11-01","to":"2026-11-30","reported":0,"accepted":0,"dispatched":0,"excluded":0,"closed":0,"closed_in_time":0,"open":0,"late":0,"returns":0,"reworks":0,"extensions":0,"again":0,"response_rate":null,"response_num":0,"response_den":0,"solve_rate":null,"solve_num":0,"solve_den":0,"satisfaction_rate":null,"satisfaction_num":0,"satisfaction_den":0,"hours_mean":null,"hours_median":null,"households":0,"visited":0,"unvisited":0,"visit_rate":null,"visit_num":0,"visit_den":0,"visits":0,"patrols":0,"score":null,"rank":null}

$ grid-stats --month 2026-11 --format table --lang zh
排名  区域          名称      上报  受理  派遣  剔除  结案  按期  在办  超期  退回  响应率  解决率  满意率  平均工时  工时中位数  走访率  得分  起          止
   -  330782002005  东洲社区     0     0     0     0     0     0     0     0     0       -       -       -         -           -       -     -  2026-11-01  2026-11-30

$ grid-stats --month 2026-13
! grid-stats: not a month; write it like 2026-11 [month.format]
? 2

# No household missed: those visited at home within the policy's days before the end of the span.
$ household-import --quiet register.csv > imported.jsonl; printf '%s\n' '{"type":"household","community":"330782002005","no":"0002","area":"330782002005002"}' '{"type":"household","community":"330782002005","no":"0003","area":"330782002005002"}' '{"type":"household","community":"330782002005","no":"0004","area":"330782002005001","vacant":true}' | household-import --quiet > more.jsonl

$ visit-log --quiet --community 330782002005 --household 0002 --as worker2 --at 2026-11-01T09:00 > visits.jsonl; visit-log --quiet --community 330782002005 --household 0001 --as clerk --at 2026-08-25T09:00 >> visits.jsonl; visit-log --quiet --area 330782002005001 --as head1 >> visits.jsonl

$ grid-stats --level grid --month 2026-11 | sed 's/,"level".*"households"/,…,"households"/'
{"type":"stat","v":1,"area":"330782002005001","name":"第一网格",…,"households":1,"visited":1,"unvisited":0,"visit_rate":1,"visit_num":1,"visit_den":1,"visits":0,"patrols":1,"score":null,"rank":null}
{"type":"stat","v":1,"area":"330782002005002","name":"第二网格",…,"households":2,"visited":1,"unvisited":1,"visit_rate":0.5,"visit_num":1,"visit_den":2,"visits":1,"patrols":0,"score":null,"rank":null}

$ grid-stats --by staff --month 2026-11 | sed 's/,"from".*"households"/,…,"households"/'
{"type":"stat","v":1,"staff":"head1","name":"张三",…,"households":0,"visited":0,"unvisited":0,"visit_rate":null,"visit_num":0,"visit_den":0,"visits":0,"patrols":1,"score":null,"rank":null}
{"type":"stat","v":1,"staff":"worker1","name":"𠮷野家",…,"households":1,"visited":1,"unvisited":0,"visit_rate":1,"visit_num":1,"visit_den":1,"visits":0,"patrols":0,"score":null,"rank":null}
{"type":"stat","v":1,"staff":"worker2","name":"李四",…,"households":2,"visited":1,"unvisited":1,"visit_rate":0.5,"visit_num":1,"visit_den":2,"visits":1,"patrols":0,"score":null,"rank":null}

$ grid-stats --month 2026-11 --as-of 2026-11-20T09:59:59+08:00 | sed 's/,"level".*"households"/,…,"households"/'
{"type":"stat","v":1,"area":"330782002005","name":"东洲社区",…,"households":0,"visited":0,"unvisited":0,"visit_rate":null,"visit_num":0,"visit_den":0,"visits":0,"patrols":0,"score":null,"rank":null}

$ grid-stats --day 2026-11-22 --level grid --under 330782002005002 | sed 's/,"level".*"households"/,…,"households"/'
{"type":"stat","v":1,"area":"330782002005002","name":"第二网格",…,"households":2,"visited":1,"unvisited":1,"visit_rate":0.5,"visit_num":1,"visit_den":2,"visits":0,"patrols":0,"score":null,"rank":null}

$ grid-stats --by staff --level grid --format table
Rank  Staff    Name    Reported  Accepted  Dispatched  Excluded  Closed  In time  Open  Late  Returns  Response  Solved  Satisfied  Mean h  Median h        Visited  Score  From        To
   -  head1    张三           0         0           0         0       0        0     0     0        0         -       -          -       -         -              -      -  2026-11-01  2026-11-30
   -  worker1  𠮷野家         0         0           0         0       0        0     0     0        0         -       -          -       -         -  100.00% (1/1)      -  2026-11-01  2026-11-30
   -  worker2  李四           0         0           0         0       0        0     0     0        0         -       -          -       -         -   50.00% (1/2)      -  2026-11-01  2026-11-30

$ grid-stats --by category | wc -l
0
