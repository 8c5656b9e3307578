# What the resident may see, from the report to the answer, and nothing else.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; grid-add -q staff --login wy1 --name 冯一 --role handler --org WY >> added.jsonl
> echo '{"title":"垃圾未清运","text":"王家门口","category":"0401","area":"330782002005001","channel":"hotline","reporter_name":"王先生","reporter_phone":"13900001111","address":"东洲路 5 号"}' | case-report -q | tee filed.jsonl | case-track
{"type":"track","v":1,"receipt":"RECEIPT","no":"330782002-20261120-0001","state":"reported","unit":"东洲社区","reported_at":"2026-11-20T10:00:00+08:00","case_due":"2026-11-24T17:30:00+08:00","late":false}
! read=1 added=0 changed=0 same=1 rejected=0

$ cut -d '"' -f 10 filed.jsonl > no; grep -oE '[0-9A-Z]{4}(-[0-9A-Z]{4}){3}' filed.jsonl > receipt; wc -l < receipt
> act() { case-act -q --as "$1" --now "2026-11-$2:00+08:00" "${@:3}" $(cat no) > acted.jsonl && case-track --now "2026-11-$2:00+08:00" $(cat receipt) | cut -d, -f 5-; }
> act clerk 20T10:10 accept
> act clerk 20T10:20 dispatch --org WY
> act wy1 20T10:30 sign
> act clerk 20T11:00 suspend --reason 等待材料
> act clerk 20T11:10 resume
> act wy1 20T11:20 resolve --text 已清运，两小时一巡
> act worker1 20T11:30 rework --reason 仍有残留
> act wy1 20T11:40 resolve --text 已清运干净
> act worker1 20T14:00 verify
> act clerk 20T15:00 close
1
"state":"accepted","unit":"东洲社区","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","case_due":"2026-11-24T17:30:00+08:00","late":false}
"state":"dispatched","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","dispatched_at":"2026-11-20T10:20:00+08:00","case_due":"2026-11-24T17:30:00+08:00","late":false}
"state":"handling","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","dispatched_at":"2026-11-20T10:20:00+08:00","case_due":"2026-11-24T17:30:00+08:00","late":false}
"state":"suspended","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","dispatched_at":"2026-11-20T10:20:00+08:00"}
"state":"handling","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","dispatched_at":"2026-11-20T10:20:00+08:00","case_due":"2026-11-25T08:40:00+08:00","late":false}
"state":"resolved","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","dispatched_at":"2026-11-20T10:20:00+08:00","resolved_at":"2026-11-20T11:20:00+08:00","case_due":"2026-11-25T08:40:00+08:00","late":false}
"state":"handling","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","dispatched_at":"2026-11-20T10:20:00+08:00","case_due":"2026-11-25T08:40:00+08:00","late":false}
"state":"resolved","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","dispatched_at":"2026-11-20T10:20:00+08:00","resolved_at":"2026-11-20T11:40:00+08:00","case_due":"2026-11-25T08:40:00+08:00","late":false}
"state":"verified","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","dispatched_at":"2026-11-20T10:20:00+08:00","resolved_at":"2026-11-20T11:40:00+08:00","case_due":"2026-11-25T08:40:00+08:00","late":false,"answer":"已清运干净"}
"state":"closed","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:10:00+08:00","dispatched_at":"2026-11-20T10:20:00+08:00","resolved_at":"2026-11-20T11:40:00+08:00","ended_at":"2026-11-20T15:00:00+08:00","case_due":"2026-11-25T08:40:00+08:00","late":false,"answer":"已清运干净"}

# Late, while it is open and for ever.
$ case-report -q --title 路灯不亮 --category 0502 --area 330782002005001 > filed.jsonl; cut -d '"' -f 10 filed.jsonl > no
> case-track --now 2026-12-20T10:00:00+08:00 < filed.jsonl
> for step in accept "dispatch --org WY" sign "resolve --text 换灯" verify close; do case-act -q --now 2026-12-20T11:00:00+08:00 $step $(cat no) || case-act -q --as clerk2 --now 2026-12-20T11:00:00+08:00 $step $(cat no); done > acted.jsonl
> case-track < filed.jsonl
{"type":"track","v":1,"receipt":"RECEIPT","no":"330782002-20261120-0002","state":"reported","unit":"东洲社区","reported_at":"2026-11-20T10:00:00+08:00","case_due":"2026-11-27T17:30:00+08:00","late":true}
{"type":"track","v":1,"receipt":"RECEIPT","no":"330782002-20261120-0002","state":"closed","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-12-20T11:00:00+08:00","dispatched_at":"2026-12-20T11:00:00+08:00","resolved_at":"2026-12-20T11:00:00+08:00","ended_at":"2026-12-20T11:00:00+08:00","case_due":"2026-11-27T17:30:00+08:00","late":true,"answer":"换灯"}
! read=1 added=0 changed=0 same=1 rejected=0
! case-act: 330782002-20261120-0002: who handled a case, or is of the unit that did, never verifies it [actor.handler_verifies]
! read=1 added=0 changed=0 same=1 rejected=0

# Not accepted: why.
$ case-report -q --title 求职 --category 06 --area 330782002005001 > filed.jsonl; case-act -q --as boss reject --reason 非本辖区事项 $(cut -d '"' -f 10 filed.jsonl) > acted.jsonl; case-track --lang zh --format csv < filed.jsonl; cat receipt >> filed.jsonl; case-track -q --format table --lang zh < filed.jsonl; case-track -q --format table --lang en < filed.jsonl
receipt,no,state,unit,reported_at,accepted_at,dispatched_at,resolved_at,ended_at,case_due,provisional,late,answer
RECEIPT,330782002-20261120-0003,not_accepted,东洲社区,2026-11-20T10:00:00+08:00,,,,2026-11-20T10:00:00+08:00,,,,非本辖区事项
案件编号                 办理进度  承办单位  上报时间                   承诺时限                   超期  答复
330782002-20261120-0003  不予受理  东洲社区  2026-11-20T10:00:00+08:00                                   非本辖区事项
330782002-20261120-0001  已办结    东洲物业  2026-11-20T10:00:00+08:00  2026-11-25T08:40:00+08:00  否    已清运干净
Number                   State         Unit      Reported                   Promised                   Late  Answer
330782002-20261120-0003  not accepted  东洲社区  2026-11-20T10:00:00+08:00                                   非本辖区事项
330782002-20261120-0001  closed        东洲物业  2026-11-20T10:00:00+08:00  2026-11-25T08:40:00+08:00  no    已清运干净
! read=1 added=0 changed=0 same=1 rejected=0

# As people type it.
$ tr -d - < receipt | tr A-Z a-z > typed; case-track $(cat typed) | cut -d, -f 3; sed 's/.*/ & /' receipt | case-track - | cut -d, -f 3; case-track -q --format jsonl "$(sed 's/-/ /g' receipt)" | cut -d, -f 3
"receipt":"RECEIPT"
"receipt":"RECEIPT"
"receipt":"RECEIPT"
! read=1 added=0 changed=0 same=1 rejected=0

# Every receipt that is none is refused alike: mistyped, too short, too long, of no case, empty.
$ for wrong in 0000-0000-0000-0000 0000-0000-0000-000 0000-0000-0000-0000-0 'U!?' '' $(cat no) "' OR 1=1"; do case-track "$wrong"; done
! case-track: no case has this receipt [receipt.unknown]
! case-track: no case has this receipt [receipt.unknown]
! case-track: no case has this receipt [receipt.unknown]
! case-track: no case has this receipt [receipt.unknown]
! case-track: no case has this receipt [receipt.unknown]
! case-track: no case has this receipt [receipt.unknown]
! case-track: no case has this receipt [receipt.unknown]
? 3

$ { cat receipt; echo 0000-0000-0000-0000; echo '{"no":"x"}'; } | case-track --rejects bad.jsonl | wc -l; cat bad.jsonl
1
{"type":"reject","v":1,"line":2,"code":"receipt.unknown","field":"receipt","message":"no case has this receipt","input":"RECEIPT"}
{"type":"reject","v":1,"line":3,"code":"field.required","field":"receipt","message":"receipt is missing","input":"{\"no\":\"x\"}"}
! case-track: -:2: no case has this receipt [receipt.unknown]
! case-track: -:3: receipt is missing [field.required]
! read=3 added=0 changed=0 same=1 rejected=2

$ case-track --atomic $(cat receipt) 0000-0000-0000-0000
! case-track: no case has this receipt [receipt.unknown]
? 65

# It reads: a file that nobody may write is enough, and no login is asked for.
$ chmod 400 grid.db; case-track --as nobody $(cat receipt) | cut -d, -f 4
"no":"330782002-20261120-0001"

# A case that was merged into another one shows the other's progress under its own number.
$ chmod 600 grid.db; for n in 1 2; do case-report -q --title 噪声扰民 --category 07 --area 330782002005001; done > two.jsonl; first=$(head -1 two.jsonl | cut -d '"' -f 10) second=$(tail -1 two.jsonl | cut -d '"' -f 10)
> case-act -q accept "$first" "$second" > acted.jsonl && case-act -q merge --into "$first" "$second" > acted.jsonl && case-act -q dispatch --org WY "$first" > acted.jsonl && case-track -q < two.jsonl && case-act -q unmerge "$second" > acted.jsonl && tail -1 two.jsonl | case-track -q
{"type":"track","v":1,"receipt":"RECEIPT","no":"330782002-20261120-0004","state":"dispatched","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","dispatched_at":"2026-11-20T10:00:00+08:00","case_due":"2026-12-01T17:30:00+08:00","late":false}
{"type":"track","v":1,"receipt":"RECEIPT","no":"330782002-20261120-0005","state":"dispatched","unit":"东洲物业","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","dispatched_at":"2026-11-20T10:00:00+08:00","case_due":"2026-12-01T17:30:00+08:00","late":false}
{"type":"track","v":1,"receipt":"RECEIPT","no":"330782002-20261120-0005","state":"accepted","unit":"东洲社区","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","case_due":"2026-12-01T17:30:00+08:00","late":false}
