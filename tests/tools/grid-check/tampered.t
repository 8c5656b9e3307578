# What was done to the file behind the tools' back shows.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ for n in 1 2 3; do case-report -q --title 路灯不亮 --category 0502 --area 330782002005001; done | wc -l
3

$ grid-check
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

$ cp grid.db last.db; sqlite3 last.db 'drop trigger event_no_delete; delete from event where id = 3; delete from case_file where id = 3'; grid-check --db last.db
{"type":"problem","v":1,"code":"case.number","message":"of 20261120 the last number given out is 3, the last case 2"}
{"type":"problem","v":1,"code":"case.text_index","message":"1 entries of the text index belong to no case"}
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

$ cp grid.db reset.db; sqlite3 reset.db 'delete from case_number'; grid-check --db reset.db
{"type":"problem","v":1,"code":"case.number","message":"of 20261120 the last number given out is 0, the last case 3"}
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

$ cp grid.db rules.db; sqlite3 rules.db "update policy set document = replace(document, 'max_returns = 2', 'max_returns = 9')"; grid-check --db rules.db
{"type":"problem","v":1,"code":"policy.altered","message":"policy version 1 is not what was applied"}
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

$ cp grid.db days.db; sqlite3 days.db "delete from calendar_day where date = '2026-10-01'"; grid-check --db days.db
{"type":"problem","v":1,"code":"policy.altered","message":"policy version 1 is not what was applied"}
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

$ cp grid.db state.db; sqlite3 state.db "update case_file set state = 'closed' where id = 2"; grid-check --db state.db
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0002","message":"the stored state is not what the events say"}
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1
