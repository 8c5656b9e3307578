# A list that leaves the office names its columns, is masked, and says who exported it and when.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; case-report --quiet cases.jsonl > filed.jsonl; household-import --quiet register.csv > imported.jsonl

$ list-export cases --columns no,title,state | sed 's/([a-z]*)/(SYSTEM)/'
Number,Title,State,_export
330782002-20261120-0001,路面积水,reported,chen (SYSTEM) 2026-11-20T10:00:00+08:00
330782002-20261120-0002,飞线充电,reported,chen (SYSTEM) 2026-11-20T10:00:00+08:00
330782002-20261120-0003,占道经营,reported,chen (SYSTEM) 2026-11-20T10:00:00+08:00

$ list-export persons --columns name,id_no,phone --lang zh | sed 's/([a-z]*)/(SYSTEM)/'
姓名,证件号码,联系电话,_export
张三,3****************4,138****0001,chen (SYSTEM) 2026-11-20T10:00:00+08:00
李四,3****************0,138****0002,chen (SYSTEM) 2026-11-20T10:00:00+08:00

$ list-export areas --columns code,name --format jsonl | sed 's/([a-z]*)/(SYSTEM)/'
{"type":"area","v":1,"code":"330782002","name":"江东街道","_export":"chen (SYSTEM) 2026-11-20T10:00:00+08:00"}
{"type":"area","v":1,"code":"330782002005","name":"东洲社区","_export":"chen (SYSTEM) 2026-11-20T10:00:00+08:00"}
{"type":"area","v":1,"code":"330782002005001","name":"第一网格","_export":"chen (SYSTEM) 2026-11-20T10:00:00+08:00"}
{"type":"area","v":1,"code":"330782002005002","name":"第二网格","_export":"chen (SYSTEM) 2026-11-20T10:00:00+08:00"}

# For spreadsheets of the office.
$ list-export staff --columns login,name --encoding gb18030 --output staff.csv

$ iconv -f GB18030 -t UTF-8 staff.csv | cut -d , -f 1,2 | tr -d '\r' | head -n 3
Login,Name
boss,赵六
cg1,钱七

$ stat -c %a staff.csv
600

$ list-export staff --columns login,nmae
! list-export: there is no column nmae; did you mean name? [usage.value]
? 2

$ list-export stuff
! list-export: there is no list of stuff; did you mean staff? [usage.operand]
? 2

$ list-export staff --output staff.csv
! list-export: staff.csv is there already and is not written over [export.exists]
? 73

# Visits, by their time; what came of them only where it is asked for.
$ visit-log --quiet --community 330782002005 --household 0001 --as worker1 --result =正常 > visits.jsonl; visit-log --quiet --area 330782002005002 --as helper --at 2026-11-19T16:30 >> visits.jsonl

$ list-export visits --lang zh | sed 's/([a-z]*)/(SYSTEM)/'
时间,类型,所属社区,户号,案件编号,区域,走访人,_export
2026-11-19T16:30:00+08:00,巡查,,,,330782002005002,helper,chen (SYSTEM) 2026-11-20T10:00:00+08:00
2026-11-20T10:00:00+08:00,走访,330782002005,0001,,330782002005001,worker1,chen (SYSTEM) 2026-11-20T10:00:00+08:00

$ list-export visits --columns household,result,recorded_at,actor --under 330782002005001 | sed 's/([a-z]*)/(SYSTEM)/'
Household,Result,Recorded,Recorded by,_export
0001,'=正常,2026-11-20T10:00:00+08:00,worker1,chen (SYSTEM) 2026-11-20T10:00:00+08:00
