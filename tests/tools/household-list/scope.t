# Of whom anything is seen depends on the posts of who asks.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ echo '{"community":"330782002005","household_no":"0007","name":"小明","birth":"2020-03-04","area":"330782002005002","tags":["党员","残疾"]}' > child.jsonl; household-import --quiet child.jsonl > child.out
! household-import: child.jsonl:1: warning: there is no number [id.missing]

$ household-list --by person --as worker1
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************4","name":"张三","sex":"1","birth":"1990","phone":"138****0001","relation":"02","community":"330782002005","household_no":"0001","area":"330782002005001"}
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001"}
! household-list: warning: only what lies in 330782002005001 is shown [scope.limited]

$ household-list --by person --as worker2
{"type":"person","v":1,"id_kind":"none","name":"小*","birth":"2020","community":"330782002005","household_no":"0007","area":"330782002005002","tags":["党员","*"]}
! household-list: warning: only what lies in 330782002005002 is shown [scope.limited]

$ household-list --as worker2
{"type":"household","v":1,"community":"330782002005","no":"0007","area":"330782002005002","kind":"family","vacant":false,"members":1}
! household-list: warning: only what lies in 330782002005002 is shown [scope.limited]

$ household-list --count --as helper
{"type":"count","v":1,"by":"household","count":1}
! household-list: warning: only what lies in 330782002005002 is shown [scope.limited]

$ household-list --by person --count --as clerk
{"type":"count","v":1,"by":"person","count":3}
! household-list: warning: only what lies in 330782002005 is shown [scope.limited]

$ household-list --by person --as worker2 --under 330782002005001
! household-list: worker2 may not see who lives in 330782002005001 [actor.not_permitted]
? 77

$ household-list --by person --as worker2 --community 330782002005 --count
{"type":"count","v":1,"by":"person","count":1}
! household-list: warning: only what lies in 330782002005002 is shown [scope.limited]

$ household-list --as cg1
! household-list: no post of cg1 has to do with the registers [actor.not_permitted]
? 77

$ household-list --as nobody
! household-list: nobody does not work for this office; name a login with --as, or add one with grid-add staff [actor.unknown]
? 77

$ list-export persons --columns name --as worker2 --format jsonl | sed 's/([a-z]*)/(SYSTEM)/'
{"type":"person","v":1,"name":"小*","_export":"worker2 (SYSTEM) 2026-11-20T10:00:00+08:00"}
! list-export: warning: only what lies in 330782002005002 is shown [scope.limited]

$ list-export households --columns no --under 330782002005001 --as worker2
! list-export: worker2 may not see who lives in 330782002005001 [actor.not_permitted]
? 77
