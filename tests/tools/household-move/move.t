# A family's year: each move is dated, answered once, and can be taken back.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ echo '{"name":"张小宝","sex":"1","birth":"2026-11-01","relation":"20"}' | household-move birth --community 330782002005 --household 0001
{"type":"person","v":1,"person":"3","id_kind":"none","name":"张**","sex":"1","birth":"2026","relation":"20","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-01","outcome":"added"}
! household-move: -:1: warning: there is no number [id.missing]
! read=1 added=1 changed=0 same=0 rejected=0

# The same again changes nothing.
$ echo '{"name":"张小宝","sex":"1","birth":"2026-11-01","relation":"20"}' | household-move birth --community 330782002005 --household 0001
{"type":"person","v":1,"person":"3","id_kind":"none","name":"张**","sex":"1","birth":"2026","relation":"20","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-01","outcome":"same"}
! household-move: -:1: warning: there is no number [id.missing]
! read=1 added=0 changed=0 same=1 rejected=0

# A new person is checked as in an import.
$ echo '{"name":"赵六","nmae":"x"}' | household-move in --community 330782002005 --household 0001
! household-move: -:1: there is no field nmae; did you mean name? [field.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"name":"赵六","id_no":"330782199001021235"}' | household-move in --community 330782002005 --household 0001
! household-move: -:1: the check character is wrong [id.checksum]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"name":"赵六","birth":"2026-11"}' | household-move birth --community 330782002005 --household 0001
! household-move: -:1: the day of birth is missing [field.required]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"name":"赵六","birth":"2026-11-02"}' | household-move birth --community 330782002005 --household 77
! household-move: -:1: the community has no household 77 [household.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move head --person 2 --reason 户主外出 --date 2026-11-01
{"type":"person","v":1,"person":"2","id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"02","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-01","outcome":"changed"}
{"type":"person","v":1,"person":"1","id_kind":"resident_id","id_no":"3****************4","name":"张三","sex":"1","birth":"1990","phone":"138****0001","relation":"11","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-01","outcome":"changed"}
! household-move: warning: 1 people are still told by their relation to the former head [move.relation_former]
! read=1 added=0 changed=1 same=0 rejected=0

# Whom it is about comes from a list, or by household and name; a masked number is passed over.
$ household-list --by person | grep 张三 | household-move out --date 2026-11-10 --reason 迁往杭州
{"type":"person","v":1,"person":"1","id_kind":"resident_id","id_no":"3****************4","name":"张三","sex":"1","birth":"1990","phone":"138****0001","relation":"11","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-01","until":"2026-11-10","ended_by":"out","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ household-list --by person | grep 李四 | household-move out --date 2026-10-31
! household-move: -:1: 2026-10-31 is before 2026-11-01, when this began [move.date_before]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"community":"330782002005","household_no":"0001","name":"张三"}' | household-move out --date 2026-11-10
{"type":"person","v":1,"person":"1","id_kind":"resident_id","id_no":"3****************4","name":"张三","sex":"1","birth":"1990","phone":"138****0001","relation":"11","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-01","until":"2026-11-10","ended_by":"out","outcome":"same"}
! read=1 added=0 changed=0 same=1 rejected=0

$ household-move out --person 1 --date 2026-11-09
! household-move: the person does not live there now [move.not_here]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move out --person 1 --date 2026-12-01
! household-move: 2026-12-01 is still to come [move.date_future]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move in --person 1 --community 330782002005 --household 0001 --relation 11 --date 2026-11-12
{"type":"person","v":1,"person":"1","id_kind":"resident_id","id_no":"3****************4","name":"张三","sex":"1","birth":"1990","phone":"138****0001","relation":"11","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-12","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ household-move split --person 2 --person 3 --to-household 0009 --format table --lang zh
所属社区      户号  所属网格         地址  楼栋  单元  室  住所类型  户类型  是否空挂  人数
330782002005  0009  330782002005001                                  家庭户  否           2
! household-move: 提示：有 1 人与新户户主的关系待补 [move.relation_unknown]
! household-move: 提示：户号 0001 没有户主 [household.no_head]
! read=1 added=0 changed=1 same=0 rejected=0

$ household-move split --person 2 --person 3 --to-household 0009
{"type":"household","v":1,"community":"330782002005","no":"0009","area":"330782002005001","kind":"family","vacant":false,"members":2,"outcome":"same"}
! read=1 added=0 changed=0 same=1 rejected=0

$ household-move split --person 1 --to-household 0009
! household-move: there is a household 0009 already [household.taken]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move merge --community 330782002005 --household 0009 --to-household 0001 --relation 12
{"type":"household","v":1,"community":"330782002005","no":"0001","area":"330782002005001","kind":"family","vacant":false,"members":3,"outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ household-move merge --community 330782002005 --household 0009 --to-household 0001 --relation 12
{"type":"household","v":1,"community":"330782002005","no":"0001","area":"330782002005001","kind":"family","vacant":false,"members":3,"outcome":"same"}
! read=1 added=0 changed=0 same=1 rejected=0

$ household-move in --person 1 --community 330782002005 --household 0009
! household-move: household 0009 is none any more since 2026-11-20 [move.ended]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move merge --community 330782002005 --household 0001 --to-household 0001
! household-move: a household does not merge with itself [move.same_household]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"person":"1","new_id_no":"330782199003050020"}' | household-move correct
! household-move: -:1: person 2 has this number [person.number_taken]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"person":"1","new_id_no":"33078219900104003X"}' | household-move correct
{"type":"person","v":1,"person":"1","id_kind":"resident_id","id_no":"3****************X","name":"张三","sex":"1","birth":"1990","phone":"138****0001","relation":"11","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-12","outcome":"changed"}
! household-move: -:1: warning: the birth date contradicts the number, which counts [birth.conflict]
! read=1 added=0 changed=1 same=0 rejected=0

$ echo '{"person":"1","new_id_no":"330782199001021235"}' | household-move correct
! household-move: -:1: the check character is wrong [id.checksum]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move death --person 2
{"type":"person","v":1,"person":"2","id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-20","until":"2026-11-20","died":"2026-11-20","ended_by":"death","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ household-move death --person 2
{"type":"person","v":1,"person":"2","id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-20","until":"2026-11-20","died":"2026-11-20","ended_by":"death","outcome":"same"}
! read=1 added=0 changed=0 same=1 rejected=0

$ household-move death --person 2 --date 2026-11-01
! household-move: the person died on 2026-11-20 [move.died]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move in --person 2 --community 330782002005 --household 0001
! household-move: the person died on 2026-11-20 [move.died]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-list --by person
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************X","name":"张三","sex":"1","birth":"1990","phone":"138****0001","relation":"11","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-12"}
{"type":"person","v":1,"id_kind":"none","name":"张**","sex":"1","birth":"2026","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001","since":"2026-11-20"}

# Everything is on file as batches; the reason stands with them. They go back one by one.
$ household-import --batches --format table --lang zh
批次  类型  文件            时间                       操作人  读取  新增  变更  相同  拒绝  疑似离开  撤销批次  被撤销于  原因
   1  导入  register.csv    2026-11-20T10:00:00+08:00  chen       2     2     0     0     0
   2  变动  household-move  2026-11-20T10:00:00+08:00  chen       1     1     0     0     0
   3  变动  household-move  2026-11-20T10:00:00+08:00  chen       1     0     1     0     0                                户主外出
   4  变动  household-move  2026-11-20T10:00:00+08:00  chen       1     0     1     0     0                                迁往杭州
   5  变动  household-move  2026-11-20T10:00:00+08:00  chen       1     0     1     0     0
   6  变动  household-move  2026-11-20T10:00:00+08:00  chen       1     0     1     0     0
   7  变动  household-move  2026-11-20T10:00:00+08:00  chen       1     0     1     0     0
   8  变动  household-move  2026-11-20T10:00:00+08:00  chen       1     0     1     0     0
   9  变动  household-move  2026-11-20T10:00:00+08:00  chen       1     0     1     0     0

$ for batch in 9 8 7 6 5 4 3 2; do household-import --quiet --undo $batch > undone.jsonl || exit; done; household-list --by person
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************4","name":"张三","sex":"1","birth":"1990","phone":"138****0001","relation":"02","community":"330782002005","household_no":"0001","area":"330782002005001"}
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001"}
