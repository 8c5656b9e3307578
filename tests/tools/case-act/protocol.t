# What happens between centres and units: returns, silence, merging, whistles, reopening.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; case-report --quiet cases.jsonl > filed.jsonl

$ echo '{"title":"积水","category":"0401","area":"330782002005002","reported_at":"2026-11-19T08:00:00+08:00"}' | case-report --quiet | grep -o '"case_due[^,]*'
"case_due":"2026-11-23T17:30:00+08:00"

$ case-act accept --quiet --as clerk 330782002-20261120-0001 330782002-20261120-0004 | wc -l
2

# A community dispatches to its own; what is beyond goes up. The policy's words say who may.
$ case-act dispatch --org CG --as clerk 330782002-20261120-0001
! case-act: 330782002-20261120-0001: the unit CG lies beyond what this centre dispatches to; case-escalate hands the case to the level above [case.beyond]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act dispatch --org WY --as clerk 330782002-20261120-0004 --quiet | grep -o '"owner_org[^,]*'
"owner_org":"WY"

$ case-act dispatch --org CG --as clerk2 330782002-20261120-0001 --quiet | grep -o '"owner_org[^,]*'
"owner_org":"CG"

$ case-act sign --as worker1 330782002-20261120-0001 --lang zh
! case-act: 330782002-20261120-0001: 步骤 签收 sign 应由以下人员办理：主办单位或人员 [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ GRID_ERRORS=jsonl case-act sign --as worker1 330782002-20261120-0001 --quiet
! {"type":"error","v":1,"code":"actor.not_permitted","message":"sign is for: the unit or person that has the case","record":"330782002-20261120-0001"}
? 3

# A return gives a reason of the list; the second one makes the level above decide, for good.
$ case-act return --reason 不想办 --as cg1 330782002-20261120-0001
! case-act: 330782002-20261120-0001: the reason must be one of: area 属地不符, ownership 权属不清, duty 职责不符 [case.reason]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act return --reason 权属不清 --as cg1 330782002-20261120-0001 --quiet | grep -o '"returns.*"receipt'
"returns":1,"extensions":0,"reworks":0,"reopens":0,"refused_by":["CG"],"receipt

$ case-act dispatch --org CG --as clerk2 330782002-20261120-0001 --quiet | wc -l
1

$ case-act return --reason duty --as cg1 330782002-20261120-0001 --quiet | grep -o '"returns.*"receipt'
"returns":2,"extensions":0,"reworks":0,"reopens":0,"refused_by":["CG"],"receipt

$ case-act dispatch --org WY --as clerk 330782002-20261120-0001
! case-act: 330782002-20261120-0001: it was returned 2 times: the level above decides who gets it [case.upper_decides]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act dispatch --org CG --as clerk2 330782002-20261120-0001 --quiet | grep -o '"final_dispatch[^,]*'
"final_dispatch":true

$ case-act return --reason duty --as cg1 330782002-20261120-0001
! case-act: 330782002-20261120-0001: the level above decided: it cannot be returned [case.final_dispatch]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ grid-stats --by org --month 2026-11 | grep '"org":"CG"' | grep -o '"returns.*again[^,]*'
"returns":2,"reworks":0,"extensions":0,"again":2

# Silence counts as signed: the next step finds it so.
$ case-act return --reason duty --as cg1 --now 2026-11-24T09:00:00+08:00 330782002-20261120-0004; case-act return --reason duty --now 2026-11-24T09:00:00+08:00 330782002-20261120-0004
! case-act: 330782002-20261120-0004: return is for: the unit or person that has the case [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
! case-act: 330782002-20261120-0004: it could be returned until 2026-11-23T17:30:00+08:00; since then silence counts as signed [case.return_late]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act note --text 已催 --as clerk --now 2026-11-24T09:00:00+08:00 --quiet 330782002-20261120-0004 | grep -o '"state[^,]*\|"signed_at[^,]*'
"state":"handling"
"signed_at":"2026-11-23T17:30:00+08:00"

$ case-show --format table 330782002-20261120-0004 --now 2026-11-24T09:00:00+08:00 | tail -n 2 | cut -c1-150
330782002-20261120-0004    4  sign      2026-11-23T17:30:00+08:00  2026-11-24T09:00:00+08:00  clerk  ladder              dispatched  handling         
330782002-20261120-0004    5  note      2026-11-24T09:00:00+08:00  2026-11-24T09:00:00+08:00  clerk  clerk 330782002005  handling    handling         

# Two cases of one matter. Both numbers keep resolving; the promise counts from the first report.
$ case-act merge --into 330782002-20261120-0001 --as clerk --now 2026-11-24T10:00:00+08:00 --quiet 330782002-20261120-0004 | grep -o '"no[^,]*\|"state[^,]*\|"case_due[^,]*\|"master[^,]*\|"merged[^]]*]'
"no":"330782002-20261120-0004"
"state":"merged"
"normal"
"master":"330782002-20261120-0001"
"no":"330782002-20261120-0001"
"state":"handling"
"normal"
"case_due":"2026-11-23T17:30:00+08:00"
"merged":["330782002-20261120-0004"]

$ case-act note --text x --now 2026-11-24T10:00:00+08:00 330782002-20261120-0004
! case-act: 330782002-20261120-0004: a case that was merged into 330782002-20261120-0001 allows no note; open steps: unmerge [case.step]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act merge --into 330782002-20261120-0002 --now 2026-11-24T10:00:00+08:00 330782002-20261120-0001
! case-act: 330782002-20261120-0001: 330782002-20261120-0002 is of another category, 03 [case.merge]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act unmerge --as clerk --now 2026-11-24T11:00:00+08:00 --quiet 330782002-20261120-0004 | grep -o '"no[^,]*\|"state[^,]*\|"case_due[^,]*\|"master[^,]*\|"merged[^]]*]'
"no":"330782002-20261120-0004"
"state":"handling"
"normal"
"case_due":"2026-11-23T17:30:00+08:00"
"no":"330782002-20261120-0001"
"state":"handling"
"normal"
"case_due":"2026-11-24T17:30:00+08:00"

# The street calls units; they arrive, tell the outcome, and are given a score.
$ case-act whistle --org CG --org WY --as clerk2 --now 2026-11-24T11:00:00+08:00 --quiet 330782002-20261120-0001 | wc -l
1

$ case-act whistle --arrived --outcome 已疏通 --as cg1 --now 2026-11-24T11:30:00+08:00 --quiet 330782002-20261120-0001 | wc -l
1

$ echo '{"no":"330782002-20261120-0001","org":["CG"],"score":90}' | case-act whistle --as clerk2 --now 2026-11-24T12:00:00+08:00 --quiet | wc -l
1

$ case-act whistle --org WY --score 90 --as clerk2 --now 2026-11-24T12:00:00+08:00 330782002-20261120-0001
! case-act: 330782002-20261120-0001: WY has not told the outcome yet [case.whistle]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-show 330782002-20261120-0001 --now 2026-11-24T12:00:00+08:00 | grep '"type":"whistle"'
{"type":"whistle","v":1,"case":"330782002-20261120-0001","org":"CG","called_at":"2026-11-24T11:00:00+08:00","arrived_at":"2026-11-24T11:30:00+08:00","outcome":"已疏通","score":90}
{"type":"whistle","v":1,"case":"330782002-20261120-0001","org":"WY","called_at":"2026-11-24T11:00:00+08:00"}

$ case-act exclude --reason 涉法涉诉 --as boss --now 2026-11-24T12:00:00+08:00 --quiet 330782002-20261120-0001 | grep -o '"excluded[^,]*'
"excluded":"court"

$ case-act note --reason 催办 --as clerk --now 2026-11-24T12:00:00+08:00 --quiet 330782002-20261120-0001 | grep -o '"urges[^,]*'
"urges":1

# Posts count as they were on the day of the act.
$ grid-add --quiet staff --login old --name 周九 --role clerk --area 330782002005 --since 2026-01-01 --until 2026-11-23 | wc -l
1

$ case-act note --text 旧事 --as old --now 2026-11-25T09:00:00+08:00 330782002-20261120-0002
! case-act: old holds no post on this day [actor.no_post]
? 77

$ case-act note --text 旧事 --as old --at 2026-11-22T09:00:00+08:00 --now 2026-11-25T09:00:00+08:00 330782002-20261120-0002 --quiet | wc -l
1

$ grid-check --quiet --now 2026-11-25T09:00:00+08:00 | grep -v post.vacant
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

# The events tell what a step was about: the limit of an extension, the level of supervision, the
# units and the person of a dispatch.
$ case-report -q --title 路面塌陷 --category 0401 --area 330782002005001 | grep -o '"no":"[^"]*' > about.no; no=$(cut -c7- about.no); case-act -q accept $no > made.jsonl; case-act -q dispatch --org CG --joint WY --staff cg1 $no > made.jsonl; case-act -q sign $no > made.jsonl; case-act -q extend --limit 1wd --reason 工作量大 $no > made.jsonl; case-act -q supervise --level 2 $no > made.jsonl; case-show $no | grep -o '"action":"[a-z]*"\|"limit":"1wd"\|"level":2\|"staff":"[^"]*"\|"joint":.[^]]*]'
"joint":["WY"]
"action":"report"
"action":"accept"
"action":"dispatch"
"staff":"cg1"
"joint":["WY"]
"action":"sign"
"action":"extend"
"limit":"1wd"
"action":"supervise"
"level":2
