# A complete register: whom it misses is presumed gone, until a later file names them.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ sed 3d register.csv > one.csv; household-import --full one.csv
! household-import: one.csv: 1 of 2 people known there are missing: the file is not complete; import it without --full, or name its grid with --area [register.too_many_gone]
! read=1 added=0 changed=0 same=0 rejected=1
? 65

$ grid-policy show | sed 's/^gone_share = .*/gone_share = 0.5/' > policy.toml; grid-policy apply policy.toml --quiet > applied.jsonl; household-import --full one.csv
{"type":"import","v":1,"file":"one.csv","batch":"2","encoding":"utf-8","delimiter":",","header_row":1,"read":1,"added":0,"changed":0,"same":1,"rejected":0,"repaired":0,"warned":0,"households":1,"persons":1,"skipped":0,"gone":1}
! read=1 added=0 changed=0 same=1 rejected=0

$ household-list --by person --presumed-gone
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001"}

$ household-list --presumed-gone
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001"}

$ household-import --batches 2
{"type":"batch","v":1,"batch":"2","kind":"import","file":"one.csv","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","encoding":"utf-8","delimiter":",","header_row":1,"full":true,"read":1,"added":0,"changed":0,"same":1,"rejected":0,"repaired":0,"warned":0,"skipped":0,"gone":1}
{"type":"change","v":1,"batch":"2","noun":"residence","what":"changed","count":1,"rows":"2"}
{"type":"change","v":1,"batch":"2","noun":"residence","what":"changed","field":"presumed_gone","count":1}

# The same file again changes nothing; a file of another community, and one of another grid, neither.
$ household-import --full one.csv | grep -o '"same":[0-9]*,\|"gone":[0-9]*'
"same":1,
"gone":0
! read=1 added=0 changed=0 same=1 rejected=0

$ household-import --full --area 330782002005002 one.csv | grep -o '"gone":[0-9]*'
"gone":0
! read=1 added=0 changed=0 same=1 rejected=0

$ sed 2d register.csv > other.csv; household-import --quiet other.csv; household-list --by person --presumed-gone
{"type":"import","v":1,"file":"other.csv","batch":"4","encoding":"utf-8","delimiter":",","header_row":1,"read":1,"added":0,"changed":0,"same":1,"rejected":0,"repaired":0,"warned":0,"households":1,"persons":1,"skipped":0}

$ household-import --quiet --undo 4; household-list --by person --presumed-gone
{"type":"batch","v":1,"batch":"5","kind":"undo","file":"household-import","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","read":1,"added":0,"changed":1,"same":0,"rejected":0,"repaired":0,"warned":0,"skipped":0,"undoes":"4"}
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001"}

$ household-import --quiet --undo 2; household-list --by person --presumed-gone
{"type":"batch","v":1,"batch":"6","kind":"undo","file":"household-import","at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","read":1,"added":0,"changed":1,"same":0,"rejected":0,"repaired":0,"warned":0,"skipped":0,"undoes":"2"}

# The share is of those who were there, however many the file brings.
$ rm grid.db; grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl; { sed 3d register.csv; echo '0009,户主,孙七,11010519491231002X,,330782002005,330782002005001'; } > more.csv; household-import --full more.csv
! household-import: more.csv: 1 of 2 people known there are missing: the file is not complete; import it without --full, or name its grid with --area [register.too_many_gone]
! read=2 added=0 changed=0 same=0 rejected=2
? 65
