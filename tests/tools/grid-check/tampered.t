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

# Each way of tampering with the events is told apart, with the case and the event where it begins.
# The head of the chain, kept elsewhere before, shows what leaves a sound chain behind.
$ cp grid.db before.db; no=330782002-20261120-000; case-act -q accept ${no}2 > acted.jsonl; case-act -q dispatch --org CG --joint WY ${no}2 >> acted.jsonl; case-act -q note --text 已联系 ${no}1 >> acted.jsonl; grid-check --anchor | tee anchors.jsonl
{"type":"anchor","v":1,"office":"UID","at":"2026-11-20T10:00:00+08:00","events":6,"hash":"HASH","case":"330782002-20261120-0001","seq":2,"recorded_at":"2026-11-20T10:00:00+08:00","policy":1,"digest":"HASH"}

$ echo '{"title":"噪声扰民","category":"07","area":"330782002005001","reporter_name":"王先生"}' | case-report -q > acted.jsonl; grid-check --anchor --against anchors.jsonl | tee -a anchors.jsonl
{"type":"anchor","v":1,"office":"UID","at":"2026-11-20T10:00:00+08:00","events":7,"hash":"HASH","case":"330782002-20261120-0004","seq":1,"recorded_at":"2026-11-20T10:00:00+08:00","policy":1,"digest":"HASH"}

$ cat > tamper <<'EOF'
> #!/bin/sh
> # tamper WHAT STATEMENTS: what grid-check says of the file after them, posts aside.
> cp grid.db "$1.db"
> sqlite3 "$1.db" "pragma foreign_keys = off; drop trigger event_no_update; drop trigger event_no_delete; $2"
> grid-check --db "$1.db" --against anchors.jsonl 2> messages.txt | grep -v post.vacant
> echo "$1: done"
> EOF
> chmod +x tamper
> columns="action, at, recorded_at, actor, login, post, from_state, to_state, area, org, staff, reason, text, data, personal, hash"
> ./tamper nothing ''
> ./tamper changed-text "update event set text = '未联系' where id = 6"
> ./tamper changed-time "update event set at = at - 3600, recorded_at = recorded_at - 3600 where id = 4"
> ./tamper changed-actor "update event set actor = 'boss' where id = 5"
> ./tamper changed-post "update event set post = 'leader 330782002' where id = 5"
> ./tamper removed-from-the-middle "delete from event where id = 5"
> ./tamper removed-and-closed-up "delete from event where id = 5; update event set id = id - 1 where id > 5"
> ./tamper inserted "update event set id = id + 100 where id > 6; update event set id = id - 99 where id > 100; insert into event select 7, case_file, 3, $columns from event where id = 6"
> ./tamper swapped "update event set id = 99 where id = 4; update event set id = 4 where id = 6; update event set id = 6 where id = 99"
> ./tamper personal-text "update event_personal set body = replace(body, '王', '李'); update case_file set reporter_name = '李先生' where id = 4"
> ./tamper personal-text-erased "delete from event_personal; update case_file set reporter_name = null where id = 4"
> ./tamper case-row "update case_file set supervise = 2 where id = 1"
> ./tamper joint-row "delete from case_joint"
> ./tamper joint-unit "update case_joint set answered_at = 1"
> ./tamper policy "update policy set document = document || ' '"
> ./tamper policy-since "update policy set since = since - 86400"
> ./tamper policy-actor "update policy set actor = 'boss'"
> ./tamper policy-and-digest "update policy set document = document || ' ', digest = zeroblob(32)"
nothing: done
{"type":"problem","v":1,"code":"event.altered","case":"330782002-20261120-0001","seq":2,"message":"event 6 is not what was recorded"}
changed-text: done
{"type":"problem","v":1,"code":"event.altered","case":"330782002-20261120-0002","seq":2,"message":"event 4 is not what was recorded"}
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0002","message":"the stored state is not what the events say"}
changed-time: done
{"type":"problem","v":1,"code":"event.altered","case":"330782002-20261120-0002","seq":3,"message":"event 5 is not what was recorded"}
changed-actor: done
{"type":"problem","v":1,"code":"event.altered","case":"330782002-20261120-0002","seq":3,"message":"event 5 is not what was recorded"}
changed-post: done
{"type":"problem","v":1,"code":"event.missing","case":"330782002-20261120-0002","seq":3,"message":"an event was removed before event 5"}
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0002","message":"the stored state is not what the events say"}
removed-from-the-middle: done
{"type":"problem","v":1,"code":"db.integrity","message":"foreign key: event_personal 7 event"}
{"type":"problem","v":1,"code":"event.missing","case":"330782002-20261120-0002","seq":3,"message":"an event was removed before event 5"}
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0002","message":"the stored state is not what the events say"}
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0004","message":"the stored state is not what the events say"}
{"type":"problem","v":1,"code":"event.cut","case":"330782002-20261120-0004","seq":1,"message":"7 events were recorded, 6 are left"}
removed-and-closed-up: done
{"type":"problem","v":1,"code":"event.inserted","case":"330782002-20261120-0001","seq":3,"message":"event 7 was put in afterwards"}
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0001","message":"the stored state is not what the events say"}
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0004","message":"the stored state is not what the events say"}
inserted: done
{"type":"problem","v":1,"code":"event.reordered","case":"330782002-20261120-0001","seq":2,"message":"event 4 stands where it was not recorded"}
swapped: done
{"type":"problem","v":1,"code":"event.personal","case":"330782002-20261120-0004","seq":1,"message":"the personal text of event 7 is not what was recorded"}
personal-text: done
personal-text-erased: done
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0001","message":"the stored state is not what the events say"}
case-row: done
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0002","message":"the stored state is not what the events say"}
joint-row: done
{"type":"problem","v":1,"code":"case.replay","case":"330782002-20261120-0002","message":"the stored state is not what the events say"}
joint-unit: done
{"type":"problem","v":1,"code":"policy.altered","message":"policy version 1 is not what was applied"}
policy: done
{"type":"problem","v":1,"code":"policy.altered","message":"policy version 1 is not what was applied"}
policy-since: done
{"type":"problem","v":1,"code":"policy.altered","message":"policy version 1 is not what was applied"}
policy-actor: done
{"type":"problem","v":1,"code":"policy.altered","message":"policy version 1 is not what was applied"}
{"type":"problem","v":1,"code":"policy.rewritten","message":"policy version 1 is not what it was"}
policy-and-digest: done

# Who removes the last case with its number leaves a file that is sound in itself.
$ ./tamper cut "delete from case_text_docsize where id = 4; delete from event where id = 7; delete from event_personal; delete from case_file where id = 4; update case_number set last = 3"
> grid-check --db cut.db 2> messages.txt | grep -v post.vacant
{"type":"problem","v":1,"code":"event.cut","case":"330782002-20261120-0004","seq":1,"message":"7 events were recorded, 6 are left"}
cut: done
? 1

# Whoever goes back to a copy and writes another story has a sound file, too.
$ for n in 1 2 3 4; do case-act --db before.db -q note --text 改写 330782002-20261120-0001; done > acted.jsonl; grid-check --db before.db --against anchors.jsonl 2> messages.txt | grep -v post.vacant
{"type":"problem","v":1,"code":"event.rewritten","case":"330782002-20261120-0001","seq":2,"message":"the chain was written anew after event 0, not later than event 6"}
? 1

# An anchor of another office, and what is none.
$ sed 's/"office":"[0-9a-f]*"/"office":"ffffffffffffffffffffffffffffffff"/' anchors.jsonl > others.jsonl; grid-check --against others.jsonl 2> messages.txt | grep -v post.vacant; printf '' | grid-check --against -; printf '{"office":"x"}\n{"office":"x","events":1,"hash":"12"}\n{"type":"case"}\n{"office":"x","events":-1,"hash":"12"}\n' | grid-check --anchor --against -
{"type":"problem","v":1,"code":"anchor.office","message":"an anchor is of the file of another office"}
! grid-check: - holds no anchor of the chain [anchor.none]
! grid-check: -:1: events is missing [field.required]
! grid-check: -:2: hash is not 64 hexadecimal digits [anchor.digest]
! grid-check: -:3: a record of type case is no anchor [record.type]
! grid-check: -:4: events is below 0 [field.range]
? 65

# Of a chain that does not hold no head is printed.
$ grid-check --db inserted.db --anchor
{"type":"problem","v":1,"code":"event.inserted","case":"330782002-20261120-0001","seq":3,"message":"event 7 was put in afterwards"}
? 1

# A case at which the ladder would not look, or too late.
$ cp grid.db ladder.db; sqlite3 ladder.db "update case_file set ladder_at = ladder_at + 1 where id = 1; update case_file set ladder_at = NULL where id = 2"; grid-check --db ladder.db
{"type":"problem","v":1,"code":"case.ladder","case":"330782002-20261120-0001","message":"the ladder would look at it too late"}
{"type":"problem","v":1,"code":"case.ladder","case":"330782002-20261120-0002","message":"the ladder would look at it too late"}
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1
