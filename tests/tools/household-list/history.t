# Stays that have ended: on a day, of those who left, from the oldest on.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ cat > first.jsonl <<'EOF'
> {"type":"person","name":"张三","id_no":"330782199001021234","id_kind":"resident_id","relation":"02","community":"330782002005","household_no":"1","area":"330782002005001","residence":"permanent","since":"2020-05-01"}
> {"type":"person","name":"李四","id_no":"330782199003050020","id_kind":"resident_id","relation":"12","community":"330782002005","household_no":"1","area":"330782002005001","residence":"permanent","since":"2021-01-01"}
> EOF

$ household-import --quiet first.jsonl | cut -d, -f3-4
"file":"first.jsonl","batch":"1"

$ cat > second.jsonl <<'EOF'
> {"type":"person","name":"李四","id_no":"330782199003050020","id_kind":"resident_id","relation":"12","community":"330782002005","household_no":"1","area":"330782002005001","residence":"permanent","until":"2025-03-01","ended_by":"out"}
> EOF

$ household-import --quiet second.jsonl | cut -d, -f3-4
"file":"second.jsonl","batch":"2"

$ household-list --by person --count
{"type":"count","v":1,"by":"person","count":1}

$ household-list --by person --count --all
{"type":"count","v":1,"by":"person","count":2}

$ for day in 2020-04-30 2020-05-01 2021-01-01 2025-02-28 2025-03-01; do echo $day $(household-list --by person --as-of $day | grep -o '"name":"[^"]*"'); done
2020-04-30
2020-05-01 "name":"张三"
2021-01-01 "name":"张三" "name":"李四"
2025-02-28 "name":"张三" "name":"李四"
2025-03-01 "name":"张三"

$ household-list --as-of 2024-01-01 | grep -o '"members":.'
"members":2

$ household-list --left | cut -d, -f3-
"id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","relation":"12","community":"330782002005","household_no":"1","area":"330782002005001","residence":"permanent","since":"2021-01-01","until":"2025-03-01","ended_by":"out"}

$ household-list --history --no 1 | grep -o '"since.*'
"since":"2020-05-01"}
"since":"2021-01-01","until":"2025-03-01","ended_by":"out"}

$ echo lisi | household-list --history --search --format csv | cut -d, -f5,21,22
name,since,until
李四,2021-01-01,2025-03-01

$ household-list --history --all --no 1
! household-list: --as-of, --left, --all and --history exclude one another [usage.option]
? 2

$ household-list --as-of 2026-02-30
! household-list: not a date; write it like 2026-11-21 [date.format]
? 2

# Who was not born yet, or dead already, is not of that day, whatever the stay says.
$ cat > born.jsonl <<'EOF'
> {"type":"person","name":"王小","birth":"2023-06-01","relation":"20","community":"330782002005","household_no":"9"}
> {"type":"person","name":"王老","birth":"1940","died":"2024-02-01","relation":"02","community":"330782002005","household_no":"9","tags":["低保:二级"]}
> EOF

$ household-import --quiet born.jsonl 2> warnings | cut -d, -f3-4
"file":"born.jsonl","batch":"3"

$ for day in 2023-05-31 2023-06-01 2024-02-01; do echo $day $(household-list --by person --no 9 --as-of $day | grep -o '"name":"[^"]*"') $(household-list --no 9 --as-of $day | grep -o '"members":.'); done
2023-05-31 "name":"王老" "members":1
2023-06-01 "name":"王老" "name":"王*" "members":2
2024-02-01 "name":"王*" "members":1

# A tag that says more is found by its name, too.
$ for tag in 低保 低保:二级 低保:一级 二级; do household-list --by person --all --count --tag $tag; done
{"type":"count","v":1,"by":"person","count":1}
{"type":"count","v":1,"by":"person","count":1}
{"type":"count","v":1,"by":"person","count":0}
{"type":"count","v":1,"by":"person","count":0}

# A table of stays tells since when, until when and why they ended.
$ household-list --history --no 1 --format table --lang zh
户号  与户主关系  姓名  性别  出生日期  证件号码            联系电话  人口类型  所属网格         入住日期    离开日期    离开原因
1     户主        张三  男    1990      3****************4            常住      330782002005001  2020-05-01
1     妻          李四  女    1990      3****************0            常住      330782002005001  2021-01-01  2025-03-01  迁出
