# Who saw personal data, of whom, and what for.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl; case-report --quiet cases.jsonl > filed.jsonl

$ household-list --by person --reveal 核对登记 --as worker1 > people.jsonl
! household-list: warning: only what lies in 330782002005001 is shown [scope.limited]

$ list-export persons --reveal 年度核对 --columns name,phone --as clerk --output people.csv
! list-export: warning: only what lies in 330782002005 is shown [scope.limited]

$ case-list --reveal 回访 --as worker2 --now 2026-11-20T11:00:00+08:00 > cases.out
! case-list: warning: 2 cases are not yours: their reporters stay masked [scope.limited]

$ case-show 330782002-20261120-0001 --reveal 回访 --as worker2
! case-show: worker2 may not see who reported case 330782002-20261120-0001 [actor.not_permitted]
? 3

$ echo 330782199001021234 | id-check --reveal 换证 > ids.jsonl
! read=1 added=0 changed=0 same=1 rejected=0

$ grid-check --access | sed 's/"login":"[a-z]*"/"login":"SYSTEM"/'
{"type":"access","v":1,"at":"2026-11-20T10:00:00+08:00","actor":"worker1","login":"SYSTEM","tool":"household-list","purpose":"核对登记","noun":"person","records":2,"fields":["id_no","name","former_name","birth","phone","tags","permit_no"],"choice":"--by=person","keys":"1-2"}
{"type":"access","v":1,"at":"2026-11-20T10:00:00+08:00","actor":"clerk","login":"SYSTEM","tool":"list-export","purpose":"年度核对","noun":"person","records":2,"fields":["name","phone"],"choice":"persons --columns=name,phone --output=people.csv","keys":"1-2"}
{"type":"access","v":1,"at":"2026-11-20T11:00:00+08:00","actor":"worker2","login":"SYSTEM","tool":"case-list","purpose":"回访","noun":"case","records":3,"fields":["reporter_name","reporter_phone"],"keys":"330782002-20261120-0002"}
{"type":"access","v":1,"at":"2026-11-20T10:00:00+08:00","actor":"worker2","login":"SYSTEM","tool":"case-show","purpose":"回访","noun":"case","records":0,"fields":["reporter_name","reporter_phone"],"choice":"330782002-20261120-0001"}
{"type":"access","v":1,"at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","tool":"id-check","purpose":"换证","noun":"id","records":1,"fields":["normal"]}

$ grid-check --access --since 2026-11-20T10:30:00+08:00 --actor worker2 | sed 's/"login":"[a-z]*"/"login":"SYSTEM"/'
{"type":"access","v":1,"at":"2026-11-20T11:00:00+08:00","actor":"worker2","login":"SYSTEM","tool":"case-list","purpose":"回访","noun":"case","records":3,"fields":["reporter_name","reporter_phone"],"keys":"330782002-20261120-0002"}

$ grid-check --access --as worker1
! grid-check: worker1 may not do this; it takes one of: auditor, leader [actor.not_permitted]
? 77

$ grid-check --access --anchor
! grid-check: --access is asked for by itself [usage.option]
? 2

$ grid-check --actor worker1
! grid-check: --since, --until and --actor go with --access [usage.option]
? 2

$ household-list --reveal '  '
! household-list: say in words what the personal data is for [access.purpose]
? 2

$ household-list --reveal '张三 13800000001'
! household-list: a purpose is kept in the log: no number of a person may stand in it [access.purpose]
? 2
