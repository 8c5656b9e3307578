# Cases as JSON lines; what carries source and source_ref is filed once.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ case-report cases.jsonl
{"type":"case","v":1,"no":"330782002-20261120-0001","state":"reported","title":"路面积水","category":"0401","area":"330782002005001","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","source":"test","source_ref":"a1","reported_at":"2026-11-20T10:00:00+08:00","stage":"accept","due":"2026-11-20T12:00:00+08:00","case_due":"2026-11-24T17:30:00+08:00","provisional":false,"paused":false,"overdue":false,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","outcome":"added"}
{"type":"case","v":1,"no":"330782002-20261120-0002","state":"reported","title":"飞线充电","category":"03","area":"330782002005002","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","source":"test","source_ref":"a2","reported_at":"2026-11-20T10:00:00+08:00","stage":"accept","due":"2026-11-20T11:00:00+08:00","case_due":"2026-11-24T17:30:00+08:00","provisional":false,"paused":false,"overdue":false,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","outcome":"added"}
{"type":"case","v":1,"no":"330782002-20261120-0003","state":"reported","title":"占道经营","category":"0404","area":"330782002005001","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","source":"test","source_ref":"a3","reported_at":"2026-11-20T10:00:00+08:00","stage":"accept","due":"2026-11-20T12:00:00+08:00","case_due":"2026-11-25T17:30:00+08:00","provisional":false,"paused":false,"overdue":false,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","outcome":"added"}
! read=3 added=3 changed=0 same=0 rejected=0

$ case-report cases.jsonl | cut -d '"' -f 8,10,12-20 | head -n 1
no"330782002-20261120-0001"state":"reported","title":"路面积水","category
! read=3 added=0 changed=0 same=3 rejected=0

# One case by options, and as a table.
$ case-report --title 路灯不亮 --category 0502 --area 330782002005002 --format table --lang zh
案件编号                 状态    紧急程度  标题      类别  区域             当前层级      主办单位  环节  截止时间                   超期  督办  疑似重复
330782002-20261120-0004  已上报  一般      路灯不亮  0502  330782002005002  330782002005            受理  2026-11-20T12:00:00+08:00  否       0
! read=1 added=1 changed=0 same=0 rejected=0

# An emergency is held by the street at once; it happened earlier than it was recorded.
$ case-report --title 燃气泄漏 --category 03 --area 330782002005001 --urgency emergency --at 2026-11-20T09:40:00+08:00
{"type":"case","v":1,"no":"330782002-20261120-0005","state":"reported","title":"燃气泄漏","category":"03","area":"330782002005001","level":"street","owner_area":"330782002","urgency":"emergency","channel":"patrol","reported_at":"2026-11-20T09:40:00+08:00","stage":"accept","due":"2026-11-20T09:55:00+08:00","case_due":"2026-11-21T09:40:00+08:00","provisional":false,"paused":false,"overdue":true,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","similar":["330782002-20261120-0002"],"outcome":"added"}
! read=1 added=1 changed=0 same=0 rejected=0

# What cannot be filed is refused; the rest is.
$ case-report --rejects refused.jsonl <<'LINES'
> {"category":"0401","area":"330782002005001"}
> {"title":"无此类别","category":"9999","area":"330782002005001"}
> {"title":"无此网格","category":"0401","area":"330782002005099"}
> {"titel":"字段有误","category":"0401","area":"330782002005001"}
> {"title":"尚未发生","category":"0401","area":"330782002005001","reported_at":"2026-11-21T09:00:00+08:00"}
> {"title":"占道经营","category":"0404","area":"330782002005001"}
> LINES
{"type":"case","v":1,"no":"330782002-20261120-0006","state":"reported","title":"占道经营","category":"0404","area":"330782002005001","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","reported_at":"2026-11-20T10:00:00+08:00","stage":"accept","due":"2026-11-20T12:00:00+08:00","case_due":"2026-11-25T17:30:00+08:00","provisional":false,"paused":false,"overdue":false,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","similar":["330782002-20261120-0003"],"outcome":"added"}
! case-report: -:1: title is missing [field.required]
! case-report: -:2: there is no category 9999 [category.unknown]
! case-report: -:3: there is no area 330782002005099 [area.unknown]
! case-report: -:4: there is no field titel; did you mean title? [field.unknown]
! case-report: -:5: 2026-11-21T09:00:00+08:00 is in the future [event.at_future]
! read=6 added=1 changed=0 same=0 rejected=5
? 3

$ cut -c -90 refused.jsonl
{"type":"reject","v":1,"line":1,"code":"field.required","field":"title","message":"title i
{"type":"reject","v":1,"line":2,"code":"category.unknown","field":"category","message":"th
{"type":"reject","v":1,"line":3,"code":"area.unknown","field":"area","message":"there is n
{"type":"reject","v":1,"line":4,"code":"field.unknown","field":"titel","message":"there is
{"type":"reject","v":1,"line":5,"code":"event.at_future","field":"at","message":"2026-11-2

# Only who holds a post may file.
$ case-report --title 路灯不亮 --category 0502 --area 330782002005002 --as nobody
! case-report: nobody does not work for this office; name a login with --as, or add one with grid-add staff [actor.unknown]
? 77

# Names of residents never come as arguments.
$ case-report --reporter-name 张三 --title x --category 0401 --area 330782002005001
! case-report: unknown option --reporter-name [usage.option]
? 2

$ echo '{"title":"噪声","category":"07","area":"330782002005001","reporter_name":"张三","reporter_phone":"13800000001"}' | case-report
{"type":"case","v":1,"no":"330782002-20261120-0007","state":"reported","title":"噪声","category":"07","area":"330782002005001","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","reporter_name":"张三","reporter_phone":"138****0001","reported_at":"2026-11-20T10:00:00+08:00","stage":"accept","due":"2026-11-20T15:30:00+08:00","case_due":"2026-12-01T17:30:00+08:00","provisional":false,"paused":false,"overdue":false,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT","outcome":"added"}
! read=1 added=1 changed=0 same=0 rejected=0

# A number of a person in the wrong field is not repeated.
$ echo '{"title":"甲","category":"0502","area":"330782199001021234"}' | case-report
! case-report: -:1: there is no area … [area.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

# What was refused and mended comes back as it is.
$ echo '{"title":"","category":"0502","area":"330782002005001"}' | case-report -q --rejects mend.jsonl
! case-report: -:1: title is missing [field.required]
? 3

$ sed 's/\\"title\\":\\"\\"/\\"title\\":\\"已补标题\\"/' mend.jsonl | case-report -q --format csv | cut -d, -f3
title
已补标题

# The database is never taken for a file of rejects, and what a file held is kept.
$ case-report --rejects grid.db < /dev/null
! case-report: grid.db is there already; choose another name; an existing file is never overwritten [rejects.exists]
? 73

$ echo precious > note.txt; for run in 1 2; do echo '{}' | case-report -q --rejects note.txt 2> err; done; tail -1 err; cat note.txt~
case-report: note.txt is there already; choose another name; an existing file is never overwritten [rejects.exists]
precious

# An argument of another encoding would spoil the records.
$ case-report --title "$(printf 'a\377')" --category 0502 --area 330782002005001
! case-report: argument 2 is not UTF-8 [usage.utf8]
? 2

# A time that is none is wrong usage, before anything is opened.
$ case-report --at tomorrow --db nowhere.db < /dev/null
! case-report: --at takes a time such as 2026-11-21T09:00, not tomorrow [usage.value]
? 2
