# A row of which no rule could tell whom it means: a person decides, and may take that back.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ cat > candidates.sql <<'ROWS'
> INSERT INTO register_candidate VALUES
> (1, 1, x'01', 'person.candidate', '{"type":"person","v":1,"id_kind":"resident_id","id_no":"33078219900104003X","name":"张三","phone":"13900000001","relation":"02","community":"330782002005","household_no":"0001"}', 'open', NULL, NULL),
> (2, 1, x'02', 'person.ambiguous', '{"type":"person","v":1,"id_kind":"none","name":"李四","relation":"12","community":"330782002005","household_no":"0002"}', 'open', NULL, NULL);
> INSERT INTO register_likeness VALUES (1, 1), (2, 1), (2, 2);
> ROWS

$ sqlite3 grid.db < candidates.sql; household-list --candidates
{"type":"candidate","v":1,"candidate":"1","batch":"1","code":"person.candidate","persons":["1"],"id_kind":"resident_id","id_no":"3****************X","name":"张三","sex":"1","birth":"1990","phone":"139****0001","relation":"02","community":"330782002005","household_no":"0001"}
{"type":"candidate","v":1,"candidate":"2","batch":"1","code":"person.ambiguous","persons":["1","2"],"id_kind":"none","name":"李四","relation":"12","community":"330782002005","household_no":"0002"}

$ household-list --candidates --format table --lang zh
待认定  批次  原因              可能是  所属社区      户号  姓名  证件号码            出生日期
     1     1  person.candidate  1       330782002005  0001  张三  3****************X  1990
     2     1  person.ambiguous  1,2     330782002005  0002  李四

$ household-move same 1
{"type":"person","v":1,"person":"1","id_kind":"resident_id","id_no":"3****************X","name":"张三","sex":"1","birth":"1990","phone":"139****0001","relation":"02","community":"330782002005","household_no":"0001","area":"330782002005001","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ household-move same 1
{"type":"person","v":1,"person":"1","id_kind":"resident_id","id_no":"3****************X","name":"张三","sex":"1","birth":"1990","phone":"139****0001","relation":"02","community":"330782002005","household_no":"0001","area":"330782002005001","outcome":"same"}
! read=1 added=0 changed=0 same=1 rejected=0

$ household-move different 1
! household-move: candidate 1 has been decided otherwise [candidate.decided]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move same 2
! household-move: candidate 2 may mean several people; name one with --person [candidate.which]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move same 9
! household-move: there is no candidate 9 [candidate.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move same x
! household-move: candidate is no row number [candidate.row]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-list --candidates --quiet | household-move different
{"type":"person","v":1,"person":"3","id_kind":"none","name":"李四","relation":"12","community":"330782002005","household_no":"0002","outcome":"added"}
! read=1 added=1 changed=0 same=0 rejected=0

$ household-list --candidates

$ household-list --by person
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************X","name":"张三","sex":"1","birth":"1990","phone":"139****0001","relation":"02","community":"330782002005","household_no":"0001","area":"330782002005001"}
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001"}
{"type":"person","v":1,"id_kind":"none","name":"李四","relation":"12","community":"330782002005","household_no":"0002"}

# The number of one candidate belongs to somebody else by now; another has been erased.
$ sqlite3 grid.db "INSERT INTO register_candidate SELECT 3, 1, x'03', code, entry, 'open', NULL, NULL FROM register_candidate WHERE id = 1; INSERT INTO register_candidate VALUES (4, 1, x'04', 'person.candidate', NULL, 'open', NULL, NULL)"

$ household-move same 3 --person 2
! household-move: person 2 is none of those whom candidate 3 may mean [candidate.unlikely]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move same 4
! household-move: candidate 4 has been erased [candidate.erased]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-import --quiet --undo 2; household-list --candidates | wc -l
{"type":"batch","v":1,"batch":"4","kind":"undo","file":"household-import","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","read":1,"added":0,"changed":1,"same":0,"rejected":0,"repaired":0,"warned":0,"skipped":0,"undoes":"2"}
3
