# A case from acceptance to the resident's answer, each step by who may take it.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; case-report --quiet cases.jsonl > filed.jsonl; head -n 1 filed.jsonl > case.jsonl

$ case-act accept --as clerk < case.jsonl
{"type":"case","v":1,"no":"330782002-20261120-0001","state":"accepted","title":"路面积水","category":"0401","area":"330782002005001","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","source":"test","source_ref":"a1","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","case_due":"2026-11-24T17:30:00+08:00","provisional":false,"paused":false,"overdue":false,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ case-act dispatch --org CG --as clerk2 < case.jsonl
{"type":"case","v":1,"no":"330782002-20261120-0001","state":"dispatched","title":"路面积水","category":"0401","area":"330782002005001","level":"community","owner_area":"330782002005","owner_org":"CG","first_org":"CG","urgency":"normal","channel":"patrol","source":"test","source_ref":"a1","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","dispatched_at":"2026-11-20T10:00:00+08:00","stage":"sign","due":"2026-11-20T12:00:00+08:00","case_due":"2026-11-24T17:30:00+08:00","provisional":false,"paused":false,"overdue":false,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ case-act sign --as cg1 --now 2026-11-20T11:00:00+08:00 --format table --lang zh < case.jsonl
案件编号                 状态    紧急程度  标题      类别  区域             当前层级      主办单位  环节  截止时间                   超期  督办
330782002-20261120-0001  处置中  一般      路面积水  0401  330782002005001  330782002005  CG        处置  2026-11-20T15:30:00+08:00  否       0
! read=1 added=0 changed=1 same=0 rejected=0

$ case-act resolve --text 积水已排除 --as cg1 --now 2026-11-20T15:00:00+08:00 --quiet < case.jsonl | wc -l
1

# Never the handler verifies.
$ case-act verify --as cg1 --now 2026-11-20T16:00:00+08:00 < case.jsonl
! case-act: -:1: who handled a case, or is of the unit that did, never verifies it [actor.handler_verifies]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act verify --now 2026-11-20T16:00:00+08:00 --quiet < case.jsonl | wc -l
1

$ case-act close --now 2026-11-20T16:30:00+08:00 < case.jsonl
{"type":"case","v":1,"no":"330782002-20261120-0001","state":"closed","title":"路面积水","category":"0401","area":"330782002005001","level":"community","owner_area":"330782002005","owner_org":"CG","first_org":"CG","urgency":"normal","channel":"patrol","source":"test","source_ref":"a1","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","dispatched_at":"2026-11-20T10:00:00+08:00","signed_at":"2026-11-20T11:00:00+08:00","resolved_at":"2026-11-20T15:00:00+08:00","verified_at":"2026-11-20T16:00:00+08:00","closed_at":"2026-11-20T16:30:00+08:00","case_due":"2026-11-24T17:30:00+08:00","late":false,"used":300,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

# Called back: nobody there, then an answer, which stands. Never the lead calls, nobody answers half.
$ case-act rate --contacted no --as boss --now 2026-11-20T16:40:00+08:00 --quiet < case.jsonl | grep -o '"contacted.*on":"[a-z]*"'
"contacted":false,"satisfaction":"unreachable"

$ case-act rate --contacted yes --satisfaction basic --as boss --now 2026-11-20T16:45:00+08:00 < case.jsonl
! case-act: -:1: rate needs solved [field.required]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act rate --contacted yes --solved yes --satisfaction unreachable --as boss --now 2026-11-20T16:45:00+08:00 < case.jsonl
! case-act: -:1: unreachable is no definite answer, and solved is one [case.rating]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act rate --contacted yes --solved yes --satisfaction satisfied --as cg1 --now 2026-11-20T16:45:00+08:00 < case.jsonl
! case-act: -:1: the lead of a case never calls its reporter back to be rated [actor.lead_rates]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act rate --contacted yes --solved yes --satisfaction satisfied --as clerk --now 2026-11-20T16:45:00+08:00 < case.jsonl
! case-act: -:1: rate is for: hotline of any area; clerk, leader of a level above the community, over the area that holds it [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"no":"330782002-20261120-0001","contacted":true,"solved":true,"satisfaction":"basic"}' | case-act rate --as boss --now 2026-11-20T16:50:00+08:00
{"type":"case","v":1,"no":"330782002-20261120-0001","state":"closed","title":"路面积水","category":"0401","area":"330782002005001","level":"community","owner_area":"330782002005","owner_org":"CG","first_org":"CG","urgency":"normal","channel":"patrol","source":"test","source_ref":"a1","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","dispatched_at":"2026-11-20T10:00:00+08:00","signed_at":"2026-11-20T11:00:00+08:00","resolved_at":"2026-11-20T15:00:00+08:00","verified_at":"2026-11-20T16:00:00+08:00","closed_at":"2026-11-20T16:30:00+08:00","case_due":"2026-11-24T17:30:00+08:00","late":false,"used":300,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"contacted":true,"solved":true,"satisfaction":"basic","receipt":"RECEIPT","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ case-act rate 330782002-20261120-0001 --contacted yes --solved no --satisfaction dissatisfied --as boss --now 2026-11-20T16:55:00+08:00 --quiet | grep -o '"contacted.*on":"[a-z]*"'
"contacted":true,"solved":true,"satisfaction":"basic"

$ case-act rate --satisfaction satisfid 330782002-20261120-0001
! case-act: --satisfaction takes satisfied|basic|dissatisfied|unreachable, not satisfid; did you mean satisfied? [usage.value]
? 2

$ case-show 330782002-20261120-0001 --format jsonl | grep -o '"action":"rate"\|"text":"contacted[^"]*"'
"action":"rate"
"text":"contacted=false satisfaction=unreachable"
"action":"rate"
"text":"contacted=true solved=true satisfaction=basic"
"action":"rate"
"text":"contacted=true solved=false satisfaction=dissatisfied"

$ grid-stats --month 2026-11 --now 2026-11-20T17:00:00+08:00 | grep -o '"response_rate.*'
"response_rate":1,"response_num":1,"response_den":1,"solve_rate":1,"solve_num":1,"solve_den":1,"satisfaction_rate":1,"satisfaction_num":1,"satisfaction_den":1,"hours_mean":3.5,"hours_median":3.5,"households":0,"visited":0,"unvisited":0,"visit_rate":null,"visit_num":0,"visit_den":0,"visits":0,"patrols":0,"score":100,"rank":1}

# A step that is not open is refused, and those that are open are named.
$ case-act sign --now 2026-11-20T17:00:00+08:00 < case.jsonl
! case-act: -:1: a case that is closed allows no sign; open steps: rate, reopen [case.step]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act accept 330782002-20261120-0009
! case-act: 330782002-20261120-0009: there is no case 330782002-20261120-0009 [case.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act acept
! case-act: there is no action acept; did you mean accept? [usage.action]
? 2

# In a pipe: all that is new.
$ case-list --state reported | case-act accept --format table
Number                   State     Urgency  Title     Category  Area             Held by       Lead  Stage  Due  Late  Supervision
330782002-20261120-0002  accepted  normal   飞线充电  03        330782002005002  330782002005                    no              0
330782002-20261120-0003  accepted  normal   占道经营  0404      330782002005001  330782002005                    no              0
! read=2 added=0 changed=2 same=0 rejected=0

$ case-list --state accepted | case-act note --text 查 | wc -l
2
! read=2 added=0 changed=2 same=0 rejected=0
