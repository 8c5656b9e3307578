# A case with everything that happened to it.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; case-report --quiet cases.jsonl > filed.jsonl

$ case-act --quiet accept 330782002-20261120-0001 > accepted.jsonl

$ case-show 330782002-20261120-0001
{"type":"case","v":1,"no":"330782002-20261120-0001","state":"accepted","title":"路面积水","category":"0401","area":"330782002005001","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","source":"test","source_ref":"a1","reported_at":"2026-11-20T10:00:00+08:00","accepted_at":"2026-11-20T10:00:00+08:00","case_due":"2026-11-24T17:30:00+08:00","provisional":false,"paused":false,"overdue":false,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT"}
{"type":"event","v":1,"case":"330782002-20261120-0001","seq":1,"action":"report","at":"2026-11-20T10:00:00+08:00","recorded_at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","post":"admin","to":"reported","area":"330782002005","hash":"HASH"}
{"type":"event","v":1,"case":"330782002-20261120-0001","seq":2,"action":"accept","at":"2026-11-20T10:00:00+08:00","recorded_at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","post":"admin","from":"reported","to":"accepted","hash":"HASH"}

$ case-show 330782002-20261120-0001 --format table --lang zh
案件编号                 状态    紧急程度  标题      类别  区域             当前层级      主办单位  环节  截止时间  超期  督办
330782002-20261120-0001  已受理  一般      路面积水  0401  330782002005001  330782002005                            否       0
\
案件编号                 序号  环节  发生时间                   记录时间                   操作人  岗位   原状态  新状态  区域          单位  原因  内容
330782002-20261120-0001     1  上报  2026-11-20T10:00:00+08:00  2026-11-20T10:00:00+08:00  chen    admin          已上报  330782002005
330782002-20261120-0001     2  受理  2026-11-20T10:00:00+08:00  2026-11-20T10:00:00+08:00  chen    admin  已上报  已受理

# How each deadline came about, span by span.
$ case-show 330782002-20261120-0001 --explain --format table
! case-show: unknown option --explain [usage.option]
? 2

$ case-list --category 03 | case-show | wc -l
2

$ case-show 330782002-20261120-0009
! case-show: there is no case 330782002-20261120-0009 [case.unknown]
? 3
