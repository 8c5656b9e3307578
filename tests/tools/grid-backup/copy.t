# A copy that can be used as it is; an existing file is never overwritten.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ grid-backup copy.db
! grid-backup: the database may not be written [db.read_only]
? 77

$ stat -c %a copy.db
! stat: cannot statx 'copy.db': No such file or directory
? 1

$ diff <(grid-list) <(grid-list --db copy.db) && echo the same
1,15d0
< {"type":"area","v":1,"code":"330782002","name":"江东街道","kind":"street"}
< {"type":"area","v":1,"code":"330782002005","name":"东洲社区","kind":"community","parent":"330782002"}
< {"type":"area","v":1,"code":"330782002005001","name":"第一网格","kind":"grid","parent":"330782002005"}
< {"type":"area","v":1,"code":"330782002005002","name":"第二网格","kind":"grid","parent":"330782002005"}
< {"type":"org","v":1,"code":"CG","name":"城管中队","kind":"station","area":"330782002"}
< {"type":"org","v":1,"code":"WY","name":"东洲物业","kind":"property","area":"330782002005"}
< {"type":"staff","v":1,"login":"boss","name":"赵六","role":"leader","area":"330782002"}
< {"type":"staff","v":1,"login":"cg1","name":"钱七","role":"handler","area":"330782002","org":"CG"}
< {"type":"staff","v":1,"login":"chen","name":"chen","role":"admin"}
< {"type":"staff","v":1,"login":"clerk","name":"王五","role":"clerk","area":"330782002005"}
< {"type":"staff","v":1,"login":"clerk2","name":"孙八","role":"clerk","area":"330782002"}
< {"type":"staff","v":1,"login":"head1","name":"张三","role":"head","area":"330782002005001"}
< {"type":"staff","v":1,"login":"helper","name":"Zoé Noël","role":"assistant","area":"330782002005002"}
< {"type":"staff","v":1,"login":"worker1","name":"𠮷野家","role":"worker","area":"330782002005001"}
< {"type":"staff","v":1,"login":"worker2","name":"李四","role":"worker","area":"330782002005002"}
! grid-list: no database at copy.db; make one with grid-init, or name one with --db [db.missing]
? 1

$ grid-backup copy.db
! grid-backup: the database may not be written [db.read_only]
? 77

$ grid-backup no/such/folder.db
! grid-backup: cannot make no/such/folder.db [db.create]
? 73

$ grid-backup
! grid-backup: name one file for the copy [usage.operand]
? 2

$ grid-backup -n other.db
{"type":"backup","v":1,"file":"other.db","bytes":BYTES,"version":3,"outcome":"added"}

$ ls *.db*
grid.db
grid.db-journal
grid.db.new-H7wbtQ-journal
