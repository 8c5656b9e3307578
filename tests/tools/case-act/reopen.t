# A dissatisfied reporter reopens his case, where the policy has it so; the policy narrows who may
# take a step.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ grid-policy show | sed 's/^reopen_when_dissatisfied.*/reopen_when_dissatisfied = true/' > policy.toml; printf '[[step]]\naction = "close"\nroles = ["leader"]\nlevels = ["street"]\n' >> policy.toml; grid-policy apply policy.toml --quiet | wc -l
1

$ case-report --quiet cases.jsonl > filed.jsonl; head -n 1 filed.jsonl > case.jsonl

$ case-act accept --quiet < case.jsonl | wc -l
1

$ case-act handle --quiet < case.jsonl | wc -l
1

$ case-act resolve --text 已办 --quiet < case.jsonl | wc -l
1

$ case-act verify --as worker1 --quiet < case.jsonl | wc -l
1

$ case-act close --as clerk < case.jsonl
! case-act: -:1: the office's policy allows close to the roles leader at levels street [actor.narrowed]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act close --as clerk --lang zh < case.jsonl
! case-act: -:1: 本单位的政策规定，步骤 结案 close 只限角色 审批领导、层级 street [actor.narrowed]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ case-act close --as boss --quiet < case.jsonl | wc -l
1

$ case-act rate --contacted yes --solved no --satisfaction dissatisfied --as clerk2 --quiet < case.jsonl | grep -o '"state[^,]*\|"reopens[^,]*\|"satisfaction.*'
"state":"accepted"
"reopens":1

$ case-show < case.jsonl | grep -o '"action":"[a-z]*".*' | tail -n 2 | sed 's/"recorded_at[^}]*"post"/… "post"/; s/"hash".*//'
"action":"rate","at":"2026-11-20T10:00:00+08:00",… "post":"clerk 330782002","from":"closed","to":"closed","text":"contacted=true solved=false satisfaction=dissatisfied",
"action":"reopen","at":"2026-11-20T10:00:00+08:00",… "post":"ladder","from":"closed","to":"accepted","reason":"dissatisfied",

$ grid-check --quiet | grep -v post.vacant
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

# The table of steps needs no database.
$ case-act --steps --db nowhere | sed -n 1,3p
{"type":"step","v":1,"action":"report","to":"reported","who":["any post but auditor"],"accept":"start","promise":"start"}
{"type":"step","v":1,"from":"reported","action":"accept","to":"accepted","who":["head, clerk of the area that holds the case or of one above it"],"accept":"stop"}
{"type":"step","v":1,"from":"reported","action":"reject","to":"not_accepted","who":["clerk, leader of a level above the community, over the area that holds it"],"needs":["reason"],"accept":"stop","sign":"stop","handle":"stop","verify":"stop","promise":"stop"}

$ case-act --steps --format table --lang zh --db nowhere | sed -n 1,4p
原状态    环节      新状态    需要          受理计时  签收计时  处置计时  核查计时  承诺计时  办理人
          上报      已上报                  起算                                    起算      监督员以外的任何岗位
已上报    受理      已受理                  停止                                              承接区域及其上级的网格长、受理派遣员
已上报    不予受理  不予受理  reason        停止      停止      停止      停止      停止      管辖承接区域的街道及以上的受理派遣员、审批领导
