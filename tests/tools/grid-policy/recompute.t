# What a late notice and new limits do to the cases that are open.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; case-report --quiet cases.jsonl > filed.jsonl

$ case-act --quiet handle 330782002-20261120-0001 > handled.jsonl; case-act --quiet suspend 330782002-20261120-0001 --reason 等材料 --now 2026-11-20T15:00:00+08:00 > suspended.jsonl

$ case-act --quiet reject 330782002-20261120-0002 --reason 咨询 --now 2026-11-20T15:00:00+08:00 > rejected.jsonl

$ case-list --all --format csv | cut -d, -f1,2,31-36
no,state,due,case_due,left,case_left,late,used
330782002-20261120-0001,suspended,,,1800,63000,,
330782002-20261120-0002,not_accepted,,2026-11-24T17:30:00+08:00,,,,
330782002-20261120-0003,reported,2026-11-20T12:00:00+08:00,2026-11-25T17:30:00+08:00,,,,

# On Friday it becomes known that the following Monday is no working day.
$ grid-policy show | sed 's/^days = \[/&\n  "2026-11-23,holiday,临时放假,2026-11-20",/' > notice.toml

$ grid-policy apply notice.toml --dry-run --now 2026-11-20T16:00:00+08:00
{"type":"deadline","v":1,"case":"330782002-20261120-0003","clock":"promise","before":"2026-11-25T17:30:00+08:00","after":"2026-11-26T17:30:00+08:00"}
{"type":"policy","v":1,"version":2,"since":"2026-11-20T16:00:00+08:00","applied_at":"2026-11-20T16:00:00+08:00","actor":"chen","login":"SYSTEM","outcome":"added"}

$ grid-policy versions | wc -l
1

$ grid-policy apply notice.toml --now 2026-11-20T16:00:00+08:00 --format table --lang zh
案件编号                 时钟    单位  原截止            新截止            原剩余  新剩余
330782002-20261120-0003  总时限        2026-11-25 17:30  2026-11-26 17:30
\
版本  生效时间                   应用时间                   操作人  系统账号  结果
   2  2026-11-20T16:00:00+08:00  2026-11-20T16:00:00+08:00  chen    root      added

$ case-show 330782002-20261120-0001 --now 2026-11-20T16:00:00+08:00 | tail -1
{"type":"event","v":1,"case":"330782002-20261120-0001","seq":4,"action":"recompute","at":"2026-11-20T16:00:00+08:00","recorded_at":"2026-11-20T16:00:00+08:00","actor":"chen","login":"SYSTEM","post":"admin","from":"suspended","to":"suspended","text":"policy=1 calendar=2","hash":"HASH"}

# The resident's promise runs on by the new days.
$ case-act --quiet resume 330782002-20261120-0001 --now 2026-11-20T16:30:00+08:00 | grep -o '"due".*"provisional"'
"due":"2026-11-20T17:00:00+08:00","case_due":"2026-11-26T10:00:00+08:00","provisional"

# The same days again move nothing.
$ grid-policy apply notice.toml --now 2026-11-20T17:00:00+08:00
{"type":"policy","v":1,"version":2,"since":"2026-11-20T16:00:00+08:00","applied_at":"2026-11-20T16:00:00+08:00","actor":"chen","login":"SYSTEM","outcome":"same"}

# New limits are for new cases, unless the open ones are to come under them, too.
$ sed 's/^case = "[0-9]*wd"/case = "9wd"/' notice.toml > longer.toml; grid-policy apply longer.toml --now 2026-11-20T17:00:00+08:00 | cut -c1-42
{"type":"policy","v":1,"version":3,"since"

$ grid-policy apply longer.toml --recompute --now 2026-11-20T17:10:00+08:00
{"type":"deadline","v":1,"case":"330782002-20261120-0001","clock":"promise","before":"2026-11-26T10:00:00+08:00","after":"2026-12-07T10:00:00+08:00"}
{"type":"deadline","v":1,"case":"330782002-20261120-0003","clock":"promise","before":"2026-11-26T17:30:00+08:00","after":"2026-12-04T17:30:00+08:00"}
{"type":"policy","v":1,"version":3,"since":"2026-11-20T17:00:00+08:00","applied_at":"2026-11-20T17:00:00+08:00","actor":"chen","login":"SYSTEM","outcome":"same"}

$ grid-policy apply longer.toml --recompute --since 2026-12-01 --now 2026-11-20T17:10:00+08:00
{"type":"policy","v":1,"version":3,"since":"2026-11-20T17:00:00+08:00","applied_at":"2026-11-20T17:00:00+08:00","actor":"chen","login":"SYSTEM","outcome":"same"}

$ grid-policy apply notice.toml --recompute --format csv --now 2026-11-20T17:20:00+08:00
case,clock,org,before,after,left_before,left_after
330782002-20261120-0001,promise,,2026-12-07T10:00:00+08:00,2026-11-26T10:00:00+08:00,,
330782002-20261120-0003,promise,,2026-12-04T17:30:00+08:00,2026-11-26T17:30:00+08:00,,

$ grid-policy show --recompute
! grid-policy: --recompute goes with apply [usage.option]
? 2

# Days that hold from a later day on leave the open cases alone, and say so.
$ sed 's/"2026-11-23,holiday/"2026-11-24,holiday/' notice.toml > later.toml; grid-policy apply later.toml --since 2026-12-01 --now 2026-11-20T17:30:00+08:00 | cut -c1-42
{"type":"policy","v":1,"version":5,"since"
! grid-policy: warning: open cases keep their days: apply the same rules again with --recompute once they hold [policy.days_later]

$ grid-check --quiet --now 2026-11-20T18:00:00+08:00 2> warnings.txt | grep -o '"code":"[a-z.]*"'
"code":"post.vacant"
? 1

