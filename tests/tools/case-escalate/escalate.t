# By hand, to the level above.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; GRID_NOW=2026-11-12T09:00:00+08:00 case-report --quiet cases.jsonl > filed.jsonl

$ case-act accept 330782002-20261112-0001 --quiet > accepted.jsonl

$ case-escalate 330782002-20261112-0001 --reason 权属不清
{"type":"case","v":1,"no":"330782002-20261112-0001","state":"accepted","title":"路面积水","category":"0401","area":"330782002005001","level":"street","owner_area":"330782002","urgency":"normal","channel":"patrol","source":"test","source_ref":"a1","reported_at":"2026-11-12T09:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","case_due":"2026-11-16T17:30:00+08:00","late_area":"330782002005","provisional":false,"paused":false,"overdue":true,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

# The ladder for all that is late: what the night would do, what it does, and nothing more.
$ case-escalate --overdue --dry-run --format table --lang zh
案件编号                 环节    规则        截止时间                   跳过  督办  承办中心      报送       障碍
330782002-20261112-0002  accept  accept/0    2026-11-12T10:00:00+08:00  是       0  330782002005
330782002-20261112-0002  accept  accept/4wh  2026-11-12T10:00:00+08:00  是       0  330782002005
330782002-20261112-0002  accept  accept/1wd  2026-11-12T10:00:00+08:00  否       3  330782002     330782002
330782002-20261112-0003  accept  accept/0    2026-11-12T11:00:00+08:00  是       0  330782002005
330782002-20261112-0003  accept  accept/4wh  2026-11-12T11:00:00+08:00  是       0  330782002005
330782002-20261112-0003  accept  accept/1wd  2026-11-12T11:00:00+08:00  否       3  330782002     330782002
! read=2 added=0 changed=2 same=0 rejected=0

$ case-escalate --overdue
{"type":"firing","v":1,"case":"330782002-20261112-0002","cycle":1,"stage":"accept","rule":"accept/0","due":"2026-11-12T10:00:00+08:00","reached":"2026-11-12T10:00:00+08:00","skipped":true,"supervise":0,"level":"community","owner_area":"330782002005"}
{"type":"firing","v":1,"case":"330782002-20261112-0002","cycle":1,"stage":"accept","rule":"accept/4wh","due":"2026-11-12T10:00:00+08:00","reached":"2026-11-12T15:30:00+08:00","skipped":true,"supervise":0,"level":"community","owner_area":"330782002005"}
{"type":"firing","v":1,"case":"330782002-20261112-0002","cycle":1,"stage":"accept","rule":"accept/1wd","due":"2026-11-12T10:00:00+08:00","reached":"2026-11-13T17:30:00+08:00","skipped":false,"supervise":3,"level":"street","owner_area":"330782002","target":"330782002"}
{"type":"firing","v":1,"case":"330782002-20261112-0003","cycle":1,"stage":"accept","rule":"accept/0","due":"2026-11-12T11:00:00+08:00","reached":"2026-11-12T11:00:00+08:00","skipped":true,"supervise":0,"level":"community","owner_area":"330782002005"}
{"type":"firing","v":1,"case":"330782002-20261112-0003","cycle":1,"stage":"accept","rule":"accept/4wh","due":"2026-11-12T11:00:00+08:00","reached":"2026-11-12T16:30:00+08:00","skipped":true,"supervise":0,"level":"community","owner_area":"330782002005"}
{"type":"firing","v":1,"case":"330782002-20261112-0003","cycle":1,"stage":"accept","rule":"accept/1wd","due":"2026-11-12T11:00:00+08:00","reached":"2026-11-13T17:30:00+08:00","skipped":false,"supervise":3,"level":"street","owner_area":"330782002","target":"330782002"}
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
