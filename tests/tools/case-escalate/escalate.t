# By hand, to the level above.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; GRID_NOW=2026-11-12T09:00:00+08:00 case-report --quiet cases.jsonl > filed.jsonl

$ case-act accept 330782002-20261112-0001 --quiet > accepted.jsonl

$ case-escalate 330782002-20261112-0001 --reason 权属不清
{"type":"case","v":1,"no":"330782002-20261112-0001","state":"accepted","title":"路面积水","category":"0401","area":"330782002005001","level":"street","owner_area":"330782002","urgency":"normal","channel":"patrol","source":"test","source_ref":"a1","reported_at":"2026-11-12T09:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","case_due":"2026-11-16T17:30:00+08:00","late_area":"330782002005","provisional":false,"paused":false,"overdue":true,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

# The ladder for all that is late: what the night would do, what it does, and nothing more.
$ case-escalate --overdue --dry-run --format table --lang zh
案件编号                 环节  规则        截止时间                   跳过  督办  承办中心      报送       岗位      接收人  发送时间                   障碍
330782002-20261112-0002  受理  accept/0    2026-11-12T10:00:00+08:00  是       0  330782002005
330782002-20261112-0002  受理  accept/4wh  2026-11-12T10:00:00+08:00  是       0  330782002005
330782002-20261112-0002  受理  accept/1wd  2026-11-12T10:00:00+08:00  否       3  330782002     330782002  审批领导  boss    2026-11-20T10:00:00+08:00
330782002-20261112-0003  受理  accept/0    2026-11-12T11:00:00+08:00  是       0  330782002005
330782002-20261112-0003  受理  accept/4wh  2026-11-12T11:00:00+08:00  是       0  330782002005
330782002-20261112-0003  受理  accept/1wd  2026-11-12T11:00:00+08:00  否       3  330782002     330782002  审批领导  boss    2026-11-20T10:00:00+08:00
! read=2 added=0 changed=2 same=0 rejected=0

$ case-escalate --overdue
{"type":"firing","v":1,"case":"330782002-20261112-0002","cycle":1,"stage":"accept","rule":"accept/0","due":"2026-11-12T10:00:00+08:00","reached":"2026-11-12T10:00:00+08:00","skipped":true,"supervise":0,"level":"community","owner_area":"330782002005","fired_at":"2026-11-20T10:00:00+08:00"}
{"type":"firing","v":1,"case":"330782002-20261112-0002","cycle":1,"stage":"accept","rule":"accept/4wh","due":"2026-11-12T10:00:00+08:00","reached":"2026-11-12T15:30:00+08:00","skipped":true,"supervise":0,"level":"community","owner_area":"330782002005","fired_at":"2026-11-20T10:00:00+08:00"}
{"type":"firing","v":1,"case":"330782002-20261112-0002","cycle":1,"stage":"accept","rule":"accept/1wd","due":"2026-11-12T10:00:00+08:00","reached":"2026-11-13T17:30:00+08:00","skipped":false,"supervise":3,"level":"street","owner_area":"330782002","target":"330782002","role":"leader","addressee":["boss"],"text":"【受理】案件330782002-20261112-0002“飞线充电”：应于2026-11-12 10:00完成，现由东洲社区承办，督办级别：红牌督办。","fired_at":"2026-11-20T10:00:00+08:00","send_at":"2026-11-20T10:00:00+08:00"}
{"type":"firing","v":1,"case":"330782002-20261112-0003","cycle":1,"stage":"accept","rule":"accept/0","due":"2026-11-12T11:00:00+08:00","reached":"2026-11-12T11:00:00+08:00","skipped":true,"supervise":0,"level":"community","owner_area":"330782002005","fired_at":"2026-11-20T10:00:00+08:00"}
{"type":"firing","v":1,"case":"330782002-20261112-0003","cycle":1,"stage":"accept","rule":"accept/4wh","due":"2026-11-12T11:00:00+08:00","reached":"2026-11-12T16:30:00+08:00","skipped":true,"supervise":0,"level":"community","owner_area":"330782002005","fired_at":"2026-11-20T10:00:00+08:00"}
{"type":"firing","v":1,"case":"330782002-20261112-0003","cycle":1,"stage":"accept","rule":"accept/1wd","due":"2026-11-12T11:00:00+08:00","reached":"2026-11-13T17:30:00+08:00","skipped":false,"supervise":3,"level":"street","owner_area":"330782002","target":"330782002","role":"leader","addressee":["boss"],"text":"【受理】案件330782002-20261112-0003“占道经营”：应于2026-11-12 11:00完成，现由东洲社区承办，督办级别：红牌督办。","fired_at":"2026-11-20T10:00:00+08:00","send_at":"2026-11-20T10:00:00+08:00"}
! read=2 added=0 changed=2 same=0 rejected=0

$ case-escalate --overdue
! read=0 added=0 changed=0 same=0 rejected=0

$ case-list --overdue | grep -o '"no":"[^"]*"\|"supervise":[0-9]'
"no":"330782002-20261112-0001"
"supervise":0
"no":"330782002-20261112-0002"
"supervise":3
"no":"330782002-20261112-0003"
"supervise":3

# The notices once more, for a script that lost them; and where nobody is left to be told.
$ case-escalate --notices --since '2026-11-20' | grep -o '"rule":"[^"]*"\|"send_at":"[^"]*"'
"rule":"accept/1wd"
"send_at":"2026-11-20T10:00:00+08:00"
"rule":"accept/1wd"
"send_at":"2026-11-20T10:00:00+08:00"

$ case-escalate --notices --until 2026-11-20

$ case-escalate --notices --overdue
! case-escalate: --overdue and --notices exclude each other [usage.option]
? 2

$ case-escalate --since 2026-11-20
! case-escalate: --since and --until go with --notices [usage.option]
? 2

$ case-escalate --notices --since yesterday
! case-escalate: not a time; write it like 2026-11-21T09:00:00+08:00 [time.format]
? 2
