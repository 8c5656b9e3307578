# What is listed is what grid-add takes.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ grid-list
{"type":"area","v":1,"code":"330782002","name":"江东街道","kind":"street"}
{"type":"area","v":1,"code":"330782002005","name":"东洲社区","kind":"community","parent":"330782002"}
{"type":"area","v":1,"code":"330782002005001","name":"第一网格","kind":"grid","parent":"330782002005"}
{"type":"area","v":1,"code":"330782002005002","name":"第二网格","kind":"grid","parent":"330782002005"}
{"type":"org","v":1,"code":"CG","name":"城管中队","kind":"station","area":"330782002"}
{"type":"org","v":1,"code":"WY","name":"东洲物业","kind":"property","area":"330782002005"}
{"type":"staff","v":1,"login":"boss","name":"赵六","role":"leader","area":"330782002"}
{"type":"staff","v":1,"login":"cg1","name":"钱七","role":"handler","area":"330782002","org":"CG"}
{"type":"staff","v":1,"login":"chen","name":"chen","role":"admin"}
{"type":"staff","v":1,"login":"clerk","name":"王五","role":"clerk","area":"330782002005"}
{"type":"staff","v":1,"login":"clerk2","name":"孙八","role":"clerk","area":"330782002"}
{"type":"staff","v":1,"login":"head1","name":"张三","role":"head","area":"330782002005001"}
{"type":"staff","v":1,"login":"helper","name":"Zoé Noël","role":"assistant","area":"330782002005002"}
{"type":"staff","v":1,"login":"worker1","name":"𠮷野家","role":"worker","area":"330782002005001"}
{"type":"staff","v":1,"login":"worker2","name":"李四","role":"worker","area":"330782002005002"}

$ grid-list | grid-add | grep -vc '"outcome":"same"'
0
! read=15 added=0 changed=0 same=15 rejected=0
? 1

$ grid-list area --tree --format table
Code             Name          Level      Superior      Since  Until  Successor  Households
330782002        江东街道      street
330782002005       东洲社区    community  330782002
330782002005001      第一网格  grid       330782002005
330782002005002      第二网格  grid       330782002005

$ grid-list staff --format table --lang zh
账号     姓名      岗位        区域             单位  联系电话  任职起  任职止
boss     赵六      审批领导    330782002
cg1      钱七      承办人      330782002        CG
chen     chen      管理员
clerk    王五      受理派遣员  330782002005
clerk2   孙八      受理派遣员  330782002
head1    张三      网格长      330782002005001
helper   Zoé Noël  辅助员      330782002005002
worker1  𠮷野家    网格员      330782002005001
worker2  李四      网格员      330782002005002

$ grid-list area --format csv --under 330782002005
code,name,kind,parent,since,until,successor,households_expected
330782002005,东洲社区,community,330782002,,,,
330782002005001,第一网格,grid,330782002005,,,,
330782002005002,第二网格,grid,330782002005,,,,

$ grid-list staff --under 330782002005002
{"type":"staff","v":1,"login":"helper","name":"Zoé Noël","role":"assistant","area":"330782002005002"}
{"type":"staff","v":1,"login":"worker2","name":"李四","role":"worker","area":"330782002005002"}

# What existed on a day.
$ grid-add --quiet area --code 330782002005009 --name 旧网格 --kind grid --parent 330782002005 --since 2020-01-01 --until 2024-01-01 > added.jsonl

$ grid-list area --as-of 2023-12-31 | tail -n 1
{"type":"area","v":1,"code":"330782002005009","name":"旧网格","kind":"grid","parent":"330782002005","since":"2020-01-01","until":"2024-01-01"}

$ grid-list area --as-of 2024-01-01 | tail -n 1
{"type":"area","v":1,"code":"330782002005002","name":"第二网格","kind":"grid","parent":"330782002005"}

# Refusals.
$ grid-list aera
! grid-list: there is no list of aera; take area, staff or org [usage.operand]
? 2

$ grid-list --under 999
! grid-list: there is no area 999 [area.unknown]
? 66

$ grid-list area --as-of 2024-02-30
! grid-list: not a date; write it like 2026-11-21 [date.format]
? 2
