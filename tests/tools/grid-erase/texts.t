# No text about an erased person is left, and an old file that would bring the person back is told of.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ printf '户号,与户主关系,姓名,公民身份号码,所属社区,所属网格\n0003,户主,王五,33078219910305001X,330782002005,330782002005001\n0003,妻,钱六,330782199104060025,330782002005,330782002005001\n' > old.csv; household-import --quiet old.csv > imported.jsonl

$ for day in 2022-01-05 2022-03-01 2022-03-02; do echo "{\"community\":\"330782002005\",\"household\":\"0003\",\"at\":\"${day}T10:00:00+08:00\",\"result\":\"独居见闻 $day\"}"; done | visit-log --quiet > visits.out; echo '{"community":"330782002005","household":"0001","at":"2022-01-05T10:00:00+08:00","result":"邻里见闻"}' | visit-log --quiet > visits.out

$ household-move out --person 3 --date 2022-03-01 --reason 投靠儿子 --quiet > moved.out; household-move out --person 1 --date 2022-03-01 --reason 邻居迁出 --quiet > moved.out; sqlite3 grid.db 'SELECT result FROM visit; SELECT reason FROM register_batch WHERE reason IS NOT NULL'
独居见闻 2022-01-05
独居见闻 2022-03-01
独居见闻 2022-03-02
邻里见闻
投靠儿子
邻居迁出
! household-move: warning: household 0003 has no head [household.no_head]
! household-move: warning: household 0001 has no head [household.no_head]

$ echo '{"person":"3"}' | grid-erase people --reason 本人要求 --quiet; sqlite3 grid.db 'SELECT result FROM visit WHERE result IS NOT NULL; SELECT reason FROM register_batch WHERE reason IS NOT NULL'; grep -c -e 独居见闻.2022-01 -e 独居见闻.2022-03-01 -e 投靠儿子 grid.db; grid-check --quiet 2> /dev/null | grep -v post.vacant
{"type":"erasure","v":1,"person":"3","batch":"5","outcome":"changed"}
独居见闻 2022-03-02
邻里见闻
邻居迁出
本人要求
0
? 1

$ household-import --quiet old.csv | grep -o '"added.*'
"added":1,"changed":0,"same":1,"rejected":0,"repaired":0,"warned":1,"households":1,"persons":2,"skipped":0,"warnings":["register.erased_since=1"]}
! household-import: old.csv: warning: 1 people were erased since this file was imported; it may bring them back; erase them again with grid-erase, and delete those rows, or the file [register.erased_since]

$ household-import --quiet old.csv | grep -o '"added.*'
"added":0,"changed":0,"same":2,"rejected":0,"repaired":0,"warned":0,"households":1,"persons":2,"skipped":0}

$ household-import --quiet --undo 6 | grep -o '"changed.*'
"changed":2,"same":0,"rejected":0,"repaired":0,"warned":0,"skipped":0,"undoes":"6"}
