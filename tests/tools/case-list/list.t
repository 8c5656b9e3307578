# Cases in the order of filing; open ones unless told otherwise.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; GRID_NOW=2026-11-12T09:00:00+08:00 case-report --quiet cases.jsonl > filed.jsonl

$ case-list
{"type":"case","v":1,"no":"330782002-20261112-0001","state":"reported","title":"路面积水","category":"0401","area":"330782002005001","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","source":"test","source_ref":"a1","reported_at":"2026-11-12T09:00:00+08:00","stage":"accept","due":"2026-11-12T11:00:00+08:00","case_due":"2026-11-16T17:30:00+08:00","provisional":false,"paused":false,"overdue":true,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT"}
{"type":"case","v":1,"no":"330782002-20261112-0002","state":"reported","title":"飞线充电","category":"03","area":"330782002005002","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","source":"test","source_ref":"a2","reported_at":"2026-11-12T09:00:00+08:00","stage":"accept","due":"2026-11-12T10:00:00+08:00","case_due":"2026-11-16T17:30:00+08:00","provisional":false,"paused":false,"overdue":true,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT"}
{"type":"case","v":1,"no":"330782002-20261112-0003","state":"reported","title":"占道经营","category":"0404","area":"330782002005001","level":"community","owner_area":"330782002005","urgency":"normal","channel":"patrol","source":"test","source_ref":"a3","reported_at":"2026-11-12T09:00:00+08:00","stage":"accept","due":"2026-11-12T11:00:00+08:00","case_due":"2026-11-17T17:30:00+08:00","provisional":false,"paused":false,"overdue":true,"supervise":0,"returns":0,"extensions":0,"reworks":0,"reopens":0,"receipt":"RECEIPT"}

$ case-list --format table
Number                   State     Urgency  Title     Category  Area             Held by       Lead  Stage   Due                        Late  Supervision
330782002-20261112-0001  reported  normal   路面积水  0401      330782002005001  330782002005        accept  2026-11-12T11:00:00+08:00  yes             0
330782002-20261112-0002  reported  normal   飞线充电  03        330782002005002  330782002005        accept  2026-11-12T10:00:00+08:00  yes             0
330782002-20261112-0003  reported  normal   占道经营  0404      330782002005001  330782002005        accept  2026-11-12T11:00:00+08:00  yes             0

$ case-list --format table --lang zh --under 330782002005001
案件编号                 状态    紧急程度  标题      类别  区域             当前层级      主办单位  环节  截止时间                   超期  督办
330782002-20261112-0001  已上报  一般      路面积水  0401  330782002005001  330782002005            受理  2026-11-12T11:00:00+08:00  是       0
330782002-20261112-0003  已上报  一般      占道经营  0404  330782002005001  330782002005            受理  2026-11-12T11:00:00+08:00  是       0

$ case-list --category 03 --format csv
no,state,title,text,category,area,level,owner_area,owner_org,owner_staff,first_org,joint,urgency,channel,reporter_name,reporter_phone,address,lon,lat,crs,source,source_ref,reported_at,accepted_at,dispatched_at,signed_at,resolved_at,verified_at,closed_at,stage,due,case_due,left,case_left,late,used,late_area,late_org,late_staff,provisional,paused,overdue,supervise,returns,extensions,reworks,reopens,urges,final_dispatch,refused_by,master,merged,excluded,contacted,solved,satisfaction,receipt
330782002-20261112-0002,reported,飞线充电,,03,330782002005002,community,330782002005,,,,,normal,patrol,,,,,,,test,a2,2026-11-12T09:00:00+08:00,,,,,,,accept,2026-11-12T10:00:00+08:00,2026-11-16T17:30:00+08:00,,,,,,,,false,false,true,0,0,0,0,0,,,,,,,,,,RECEIPT

$ case-list --text 积水 --overdue | wc -l
1

$ case-list --state closed --exit-status
? 1

$ case-list --no 330782002-20261112-0002 --format table
Number                   State     Urgency  Title     Category  Area             Held by       Lead  Stage   Due                        Late  Supervision
330782002-20261112-0002  reported  normal   飞线充电  03        330782002005002  330782002005        accept  2026-11-12T10:00:00+08:00  yes             0

# Refusals.
$ case-list --state open
! case-list: --state takes reported|accepted|dispatched|handling|suspended|resolved|verified|closed|not_accepted|voided|merged, not open [usage.value]
? 2

$ case-list --under 999
! case-list: there is no area 999 [area.unknown]
? 66

$ case-list --open --all
! case-list: --open and --all exclude one another [usage.option]
? 2
