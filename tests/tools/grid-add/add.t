# Areas, organisations and posts as JSON lines; a second time changes nothing.
$ grid-init --quiet > made.jsonl

$ grid-add office.jsonl
{"type":"area","v":1,"code":"330782002","name":"江东街道","kind":"street","outcome":"added"}
{"type":"area","v":1,"code":"330782002005","name":"东洲社区","kind":"community","parent":"330782002","outcome":"added"}
{"type":"area","v":1,"code":"330782002005001","name":"第一网格","kind":"grid","parent":"330782002005","outcome":"added"}
{"type":"area","v":1,"code":"330782002005002","name":"第二网格","kind":"grid","parent":"330782002005","outcome":"added"}
{"type":"org","v":1,"code":"CG","name":"城管中队","kind":"station","area":"330782002","outcome":"added"}
{"type":"org","v":1,"code":"WY","name":"东洲物业","kind":"property","area":"330782002005","outcome":"added"}
{"type":"staff","v":1,"login":"head1","name":"张三","role":"head","area":"330782002005001","outcome":"added"}
{"type":"staff","v":1,"login":"worker1","name":"𠮷野家","role":"worker","area":"330782002005001","outcome":"added"}
{"type":"staff","v":1,"login":"helper","name":"Zoé Noël","role":"assistant","area":"330782002005002","outcome":"added"}
{"type":"staff","v":1,"login":"worker2","name":"李四","role":"worker","area":"330782002005002","outcome":"added"}
{"type":"staff","v":1,"login":"clerk","name":"王五","role":"clerk","area":"330782002005","outcome":"added"}
{"type":"staff","v":1,"login":"clerk2","name":"孙八","role":"clerk","area":"330782002","outcome":"added"}
{"type":"staff","v":1,"login":"boss","name":"赵六","role":"leader","area":"330782002","outcome":"added"}
{"type":"staff","v":1,"login":"cg1","name":"钱七","role":"handler","area":"330782002","org":"CG","outcome":"added"}
! read=14 added=14 changed=0 same=0 rejected=0

$ grid-add office.jsonl | tail -n 1
{"type":"staff","v":1,"login":"cg1","name":"钱七","role":"handler","area":"330782002","org":"CG","outcome":"same"}
! read=14 added=0 changed=0 same=14 rejected=0

# One record by options.
$ grid-add area --code 330782002005003 --name 第三网格 --kind grid --parent 330782002005
{"type":"area","v":1,"code":"330782002005003","name":"第三网格","kind":"grid","parent":"330782002005","outcome":"added"}
! read=1 added=1 changed=0 same=0 rejected=0

$ grid-add area --code 330782002005003 --name 第三微网格
{"type":"area","v":1,"code":"330782002005003","name":"第三微网格","kind":"grid","parent":"330782002005","outcome":"changed"}
! read=1 added=0 changed=1 same=0 rejected=0

$ grid-add org --code SQ --name 东洲社区 --kind committee --area 330782002005 --format table --lang zh
编码  名称      类型    区域          统一社会信用代码  联系人  联系电话
SQ    东洲社区  委员会  330782002005
! read=1 added=1 changed=0 same=0 rejected=0
