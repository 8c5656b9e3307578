# A batch is listed, shown and taken back; what a later one stands on stays.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ cat > second.csv <<'ROWS'
> 户号,与户主关系,姓名,公民身份号码,联系电话,所属社区,所属网格
> 0001,户主,张三,330782199001021234,13900000009,330782002005,330782002005001
> 0002,户主,孙七,11010519491231002X,13800000005,330782002005,330782002005002
> ROWS

$ household-import --quiet second.csv
{"type":"import","v":1,"file":"second.csv","batch":"2","encoding":"utf-8","delimiter":",","header_row":1,"read":2,"added":1,"changed":1,"same":0,"rejected":0,"repaired":0,"warned":0,"households":2,"persons":2,"skipped":0}

$ household-import --batches
{"type":"batch","v":1,"batch":"1","kind":"import","file":"register.csv","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","encoding":"utf-8","delimiter":",","header_row":1,"read":2,"added":2,"changed":0,"same":0,"rejected":0,"repaired":0,"warned":0,"skipped":0}
{"type":"batch","v":1,"batch":"2","kind":"import","file":"second.csv","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","encoding":"utf-8","delimiter":",","header_row":1,"read":2,"added":1,"changed":1,"same":0,"rejected":0,"repaired":0,"warned":0,"skipped":0}

$ household-import --batches 2
{"type":"batch","v":1,"batch":"2","kind":"import","file":"second.csv","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","encoding":"utf-8","delimiter":",","header_row":1,"read":2,"added":1,"changed":1,"same":0,"rejected":0,"repaired":0,"warned":0,"skipped":0}
{"type":"change","v":1,"batch":"2","noun":"household","what":"added","count":1,"rows":"2"}
{"type":"change","v":1,"batch":"2","noun":"person","what":"added","count":1,"rows":"3"}
{"type":"change","v":1,"batch":"2","noun":"person","what":"changed","count":1,"rows":"1"}
{"type":"change","v":1,"batch":"2","noun":"person","what":"changed","field":"phone","count":1}
{"type":"change","v":1,"batch":"2","noun":"residence","what":"added","count":1,"rows":"3"}

$ household-import --batches 2 --format table --lang zh
批次  类型  文件        时间                       操作人  读取  新增  变更  相同  拒绝  疑似离开  撤销批次  被撤销于  原因
   2  导入  second.csv  2026-11-20T10:00:00+08:00  chen       2     1     1     0     0
\
批次  对象  变动  字段   数量  行号
   2  户    新增            1  2
   2  人口  新增            1  3
   2  人口  变更            1  1
   2  人口  变更  phone     1
   2  居住  新增            1  3

$ household-import --undo 1 --atomic --rejects kept.jsonl
! household-import: household 1 stays: batch 2 stands on it [batch.later_change]
! household-import: person 1 stays: batch 2 stands on it [batch.later_change]
! household-import: residence 1 stays: batch 2 stands on it [batch.later_change]
! read=5 added=0 changed=0 same=0 rejected=5
? 65

$ cat kept.jsonl
{"type":"reject","v":1,"code":"batch.later_change","field":"household","message":"household 1 stays: batch 2 stands on it","input":"{\"noun\":\"household\",\"row\":\"1\"}"}
{"type":"reject","v":1,"code":"batch.later_change","field":"person","message":"person 1 stays: batch 2 stands on it","input":"{\"noun\":\"person\",\"row\":\"1\"}"}
{"type":"reject","v":1,"code":"batch.later_change","field":"residence","message":"residence 1 stays: batch 2 stands on it","input":"{\"noun\":\"residence\",\"row\":\"1\"}"}

$ household-import --undo 1 --dry-run --reason 导错了
{"type":"batch","v":1,"batch":"3","kind":"undo","file":"household-import","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","read":5,"added":0,"changed":2,"same":0,"rejected":3,"repaired":0,"warned":0,"skipped":0,"undoes":"1","reason":"导错了"}
! household-import: household 1 stays: batch 2 stands on it [batch.later_change]
! household-import: person 1 stays: batch 2 stands on it [batch.later_change]
! household-import: residence 1 stays: batch 2 stands on it [batch.later_change]
! read=5 added=0 changed=2 same=0 rejected=3
? 3

$ household-import --undo 1 --reason 导错了
{"type":"batch","v":1,"batch":"3","kind":"undo","file":"household-import","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","read":5,"added":0,"changed":2,"same":0,"rejected":3,"repaired":0,"warned":0,"skipped":0,"undoes":"1","reason":"导错了"}
! household-import: household 1 stays: batch 2 stands on it [batch.later_change]
! household-import: person 1 stays: batch 2 stands on it [batch.later_change]
! household-import: residence 1 stays: batch 2 stands on it [batch.later_change]
! read=5 added=0 changed=2 same=0 rejected=3
? 3

$ household-import --undo 2
{"type":"batch","v":1,"batch":"4","kind":"undo","file":"household-import","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","read":4,"added":0,"changed":4,"same":0,"rejected":0,"repaired":0,"warned":0,"skipped":0,"undoes":"2"}
! read=4 added=0 changed=4 same=0 rejected=0

$ household-import --undo 1
{"type":"batch","v":1,"batch":"5","kind":"undo","file":"household-import","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","read":3,"added":0,"changed":3,"same":0,"rejected":0,"repaired":0,"warned":0,"skipped":0,"undoes":"1"}
! read=3 added=0 changed=3 same=0 rejected=0

$ household-list --by person

$ household-import --undo 1
! household-import: batch 1 was taken back already [batch.undone]
? 65

$ household-import --undo 3
! household-import: batch 3 took another one back; import or move again instead [batch.undo]
? 65

$ household-import --undo 9
! household-import: there is no batch 9 [batch.unknown]
? 66

$ household-import --batches 99999999999999999999
! household-import: there is no batch 99999999999999999999 [batch.unknown]
? 66

$ household-import --undo 1 register.csv
! household-import: --undo takes one batch and no file [usage.value]
? 2

$ household-import --reason x register.csv
! household-import: --reason goes with --undo [usage.value]
? 2

# The file can be imported again.
$ household-import register.csv
{"type":"import","v":1,"file":"register.csv","batch":"6","encoding":"utf-8","delimiter":",","header_row":1,"read":2,"added":2,"changed":0,"same":0,"rejected":0,"repaired":0,"warned":0,"households":1,"persons":2,"skipped":0}
! read=2 added=2 changed=0 same=0 rejected=0

# A household that was visited stays, an erasure too.
$ sqlite3 grid.db "INSERT INTO visit (uid, kind, household, area, at, staff, recorded_at, actor, login) VALUES ('v', 'home', 3, 1, 0, 'li', 0, 'li', 'li'); INSERT INTO register_batch (uid, kind, file, at, actor, login) VALUES ('e', 'erase', 'household-move', 0, 'li', 'li')"

$ household-import --undo 6
{"type":"batch","v":1,"batch":"8","kind":"undo","file":"household-import","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","read":5,"added":0,"changed":4,"same":0,"rejected":1,"repaired":0,"warned":0,"skipped":0,"undoes":"6"}
! household-import: household 3 stays: it was visited since [batch.visited]
! read=5 added=0 changed=4 same=0 rejected=1
? 3

$ household-import --undo 7
! household-import: batch 7 erased personal data: that is never taken back [batch.erased]
? 65
