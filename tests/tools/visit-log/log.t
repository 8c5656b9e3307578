# A home visit by options; told again, it is the same.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl; case-report --quiet cases.jsonl > filed.jsonl

$ visit-log --community 330782002005 --household 0001 --as worker1 --result 正常
{"type":"visit","v":1,"community":"330782002005","household":"0001","area":"330782002005001","kind":"home","at":"2026-11-20T10:00:00+08:00","staff":"worker1","result":"正常","recorded_at":"2026-11-20T10:00:00+08:00","actor":"worker1","outcome":"added"}
! read=1 added=1 changed=0 same=0 rejected=0

$ visit-log --community 330782002005 --household 0001 --as worker1 --result 再说一遍
{"type":"visit","v":1,"community":"330782002005","household":"0001","area":"330782002005001","kind":"home","at":"2026-11-20T10:00:00+08:00","staff":"worker1","result":"正常","recorded_at":"2026-11-20T10:00:00+08:00","actor":"worker1","outcome":"same"}
! read=1 added=0 changed=0 same=1 rejected=0

# A patrol of an area, late; a visit about a case, which notes nothing on the case.
$ visit-log --area 330782002005002 --as helper --at 2026-11-19T16:30
{"type":"visit","v":1,"area":"330782002005002","kind":"patrol","at":"2026-11-19T16:30:00+08:00","staff":"helper","recorded_at":"2026-11-20T10:00:00+08:00","actor":"helper","outcome":"added"}
! read=1 added=1 changed=0 same=0 rejected=0

$ visit-log --case 330782002-20261120-0001 --as worker1 --lon 120.0766 --lat 29.3062 --format table --lang zh
所属社区  户号  案件编号                 区域             类型  时间                       走访人   结果      经度     纬度  来源  来源编号  录入时间                   录入人
                330782002-20261120-0001  330782002005001  巡查  2026-11-20T10:00:00+08:00  worker1        120.0766  29.3062                  2026-11-20T10:00:00+08:00  worker1
! read=1 added=1 changed=0 same=0 rejected=0

$ case-show 330782002-20261120-0001 | wc -l
2

# What any list prints is taken by its key; the options say the rest.
$ household-list | visit-log --as head1 --staff worker1 --result 无异常 --at 2026-11-18T09:00
{"type":"visit","v":1,"community":"330782002005","household":"0001","area":"330782002005001","kind":"home","at":"2026-11-18T09:00:00+08:00","staff":"worker1","result":"无异常","recorded_at":"2026-11-20T10:00:00+08:00","actor":"head1","outcome":"added"}
! read=1 added=1 changed=0 same=0 rejected=0

$ household-list --by person | visit-log --as head1 --at 2026-11-18T10:00 | cut -d '"' -f 4-30
visit","v":1,"community":"330782002005","household":"0001","area":"330782002005001","kind":"home","at":"2026-11-18T10:00:00+08:00","staff":"head1
visit","v":1,"community":"330782002005","household":"0001","area":"330782002005001","kind":"home","at":"2026-11-18T10:00:00+08:00","staff":"head1
! read=2 added=1 changed=0 same=1 rejected=0

$ case-list --state reported | visit-log --as clerk --staff worker1 --at 2026-11-20T09:59:59 | cut -d '"' -f 9-26
:"330782002-20261120-0001","area":"330782002005001","kind":"patrol","at":"2026-11-20T09:59:59+08:00","staff":"worker1
:"330782002-20261120-0002","area":"330782002005002","kind":"patrol","at":"2026-11-20T09:59:59+08:00","staff":"worker1
:"330782002-20261120-0003","area":"330782002005001","kind":"patrol","at":"2026-11-20T09:59:59+08:00","staff":"worker1
! read=3 added=3 changed=0 same=0 rejected=0

$ grid-list area | visit-log --as clerk2 --at 2026-11-20T08:00 --atomic | cut -d '"' -f 7-14
:1,"area":"330782002","kind":"patrol
:1,"area":"330782002005","kind":"patrol
:1,"area":"330782002005001","kind":"patrol
:1,"area":"330782002005002","kind":"patrol
! read=4 added=4 changed=0 same=0 rejected=0

# From another system, once.
$ echo '{"community":"330782002005","household":"0001","at":"2026-11-17T09:00:00+08:00","staff":"worker1","source":"app","source_ref":"17"}' > app.jsonl; visit-log app.jsonl --as clerk
{"type":"visit","v":1,"community":"330782002005","household":"0001","area":"330782002005001","kind":"home","at":"2026-11-17T09:00:00+08:00","staff":"worker1","source":"app","source_ref":"17","recorded_at":"2026-11-20T10:00:00+08:00","actor":"clerk","outcome":"added"}
! read=1 added=1 changed=0 same=0 rejected=0

$ sed 's/17T09/18T19/' app.jsonl | visit-log --as clerk | cut -d '"' -f 20-
kind":"home","at":"2026-11-17T09:00:00+08:00","staff":"worker1","source":"app","source_ref":"17","recorded_at":"2026-11-20T10:00:00+08:00","actor":"clerk","outcome":"same"}
! read=1 added=0 changed=0 same=1 rejected=0

# What visit-log printed changes nothing, and neither does an export of it.
$ list-export visits --columns community,household,case,area,kind,at,staff,result --format jsonl | visit-log --as clerk2 > again.jsonl
! read=13 added=0 changed=0 same=13 rejected=0

$ visit-log --community 330782002005 --household 0001 --as worker1 --result 试 --at 2026-11-20T09:00 --dry-run | cut -d '"' -f 46-
added"}
! read=1 added=1 changed=0 same=0 rejected=0

$ list-export visits --format jsonl | wc -l
13

# Who did not work there, what is not there, what has not happened.
$ visit-log --as worker2 --rejects refused.jsonl <<'LINES'
> {"community":"330782002005","household":"0001"}
> {"community":"330782002005","household":"0404"}
> {"community":"404","household":"0001"}
> {"case":"330782002-20261120-0404"}
> {"area":"330782002005099"}
> {"area":"330782002005002","at":"2026-11-20T10:00:01+08:00"}
> {"area":"330782002005002","staff":"helper"}
> {"area":"330782002005002","kind":"home"}
> {"community":"330782002005","household":"0001","kind":"patrol"}
> {"area":"330782002005002","kind":"partol"}
> {"area":"330782002005002","lon":120}
> {"result":"没有对象"}
> {"area":"330782002005002","staff":"worker2","result":"可以"}
> LINES
{"type":"visit","v":1,"area":"330782002005002","kind":"patrol","at":"2026-11-20T10:00:00+08:00","staff":"worker2","result":"可以","recorded_at":"2026-11-20T10:00:00+08:00","actor":"worker2","outcome":"added"}
! visit-log: -:1: a visit is recorded by the grid's head, worker or assistant, or by a clerk; what others did by a head or clerk [actor.not_permitted]
! visit-log: -:2: 330782002005 has no household 0404 [household.unknown]
! visit-log: -:3: 404 has no household 0001 [household.unknown]
! visit-log: -:4: there is no case 330782002-20261120-0404 [case.unknown]
! visit-log: -:5: there is no area 330782002005099 [area.unknown]
! visit-log: -:6: 2026-11-20T10:00:01+08:00 is in the future [event.at_future]
! visit-log: -:7: a visit is recorded by the grid's head, worker or assistant, or by a clerk; what others did by a head or clerk [actor.not_permitted]
! visit-log: -:8: a home visit names a household or a case [visit.kind]
! visit-log: -:9: a patrol names an area or a case, not a household [visit.kind]
! visit-log: -:10: partol is no value of kind; did you mean patrol? [field.value]
! visit-log: -:11: lat is missing [field.required]
! visit-log: -:12: name what was visited: a household, a case or an area [field.required]
! read=13 added=1 changed=0 same=0 rejected=12
? 3

$ wc -l < refused.jsonl
12

$ visit-log --area 330782002005002 --staff nobody
! visit-log: there is no login of that name [staff.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ visit-log --area 330782002005002 --as boss
! visit-log: a visit is recorded by the grid's head, worker or assistant, or by a clerk; what others did by a head or clerk [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ visit-log --household 0001
! visit-log: --community and --household go together [usage.value]
? 2

$ visit-log --area 330782002005002 app.jsonl
! visit-log: give the fields as options, or files, not both [usage.operand]
? 2

$ visit-log --source app --source-ref 17 app.jsonl
! visit-log: --source-ref is of one visit: name it [usage.value]
? 2

$ visit-log --area 330782002005002 --lat 1000 --lon 1
! visit-log: lat must lie between -90 and 90 [field.range]
? 2
