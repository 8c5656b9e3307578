# What the policy no longer keeps is listed, and erased for good.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ echo '{"community":"330782002005","household_no":"0002","name":"周离","id_no":"11010519491231002X","id_kind":"resident_id","phone":"13700000009","address":"西街七号","until":"2020-03-01"}' > left.jsonl; household-import --quiet left.jsonl > left.out

$ sed 's/周离/周已离/' left.jsonl | household-import --quiet - > renamed.out
! household-import: -:1: warning: the register has another name under this number [person.renamed]

$ household-list --by person | grep -c 周
0
? 1

$ household-list --expired
{"type":"person","v":1,"person":"3","id_kind":"resident_id","id_no":"1****************X","name":"周已离","former_name":"周离","sex":"2","birth":"1949","phone":"137****0009","community":"330782002005","household_no":"0002","address":"西街七号","until":"2020-03-01"}

$ household-list --expired --as worker2
! household-list: warning: only what lies in 330782002005002 is shown [scope.limited]

$ household-list --expired | grid-erase people --reason 超过保存期限 --as clerk
! grid-erase: clerk may not do this; it takes one of: admin [actor.not_permitted]
? 77

$ household-list --expired | grid-erase people --reason 超过保存期限 --dry-run
{"type":"erasure","v":1,"person":"3","batch":"4","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ grid-erase people --expired --reason 超过保存期限
{"type":"erasure","v":1,"person":"3","batch":"4","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ grid-erase people --expired --reason 超过保存期限
! read=0 added=0 changed=0 same=0 rejected=0

$ printf '{"person":"3"}\n{"person":"1"}\n{"person":"9"}\n{"person":"x"}\n{}\n' | grid-erase people --reason 超过保存期限
{"type":"erasure","v":1,"person":"3","outcome":"same"}
! grid-erase: -:2: the person still lives here; who is registered or lives here is kept; end the stay first [erasure.lives_here]
! grid-erase: -:3: there is no person 9 [person.unknown]
! grid-erase: -:4: person takes the number that household-list gives [field.value]
! grid-erase: -:5: person is missing [field.required]
! read=5 added=0 changed=0 same=1 rejected=4
? 3

# Not in a row, not in what was kept of it before a batch, not in a freed page.
$ grep -c -e 周离 -e 周已离 -e 13700000009 -e 11010519491231002X grid.db
0
? 1

# Reporters of cases that ended; the chain holds without the text beside it.
$ echo '{"title":"噪声","category":"07","area":"330782002005002","reporter_name":"钱来电","reporter_phone":"13911112222"}' | case-report --quiet --now 2022-01-05T10:00:00+08:00 > filed.jsonl

$ echo '{"no":"330782002-20220105-0001"}' | grid-erase reporters --reason 本人要求
! grid-erase: -:1: case 330782002-20220105-0001 is still open: its reporter is needed [erasure.open]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-list | case-act reject --reason 不属受理范围 --quiet --now 2022-01-06T10:00:00+08:00 > ended.jsonl

$ case-list --expired --format table
Number                   State         Urgency  Title  Category  Area             Held by       Lead  Stage  Due  Late  Supervision
330782002-20220105-0001  not accepted  normal   噪声   07        330782002005002  330782002005                                    0

$ case-list --expired | grid-erase reporters --reason 超过保存期限
{"type":"erasure","v":1,"case":"330782002-20220105-0001","batch":"5","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ case-list --expired; grep -c -e 钱来电 -e 13911112222 grid.db
0
? 1

$ grid-check
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
! grid-check: warning: 1 households have no grid [household.no_grid]
? 1

$ grid-backup --rebuild again.db --quiet > rebuilt.jsonl; grid-check --db again.db
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
! grid-check: warning: 1 households have no grid [household.no_grid]
? 1

$ sqlite3 again.db 'select count(*) from event_personal' 
0

$ grid-erase persons --reason x
! grid-erase: name people or reporters [usage.operand]
? 2

$ grid-erase people
! grid-erase: say with --reason why it is erased [usage.missing]
? 2

$ grid-erase people --expired --reason '查 13700000009'
! grid-erase: a reason is kept: no number of a person may stand in it [erasure.reason]
? 2

$ grid-erase people --expired --reason x left.jsonl
! grid-erase: --expired reads no files [usage.operand]
? 2
