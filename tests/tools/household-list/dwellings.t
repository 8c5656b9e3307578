# Dwellings and the households that share them.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ cat > homes.csv <<'EOF'
> 户号,与户主关系,姓名,人员类别,社区,网格编码,楼栋,单元,室,住所类型
> 1,户主,张三,流动人口,330782002005,330782002005001,3幢,2,501,租赁房屋
> 2,户主,李四,流动人口,330782002005,330782002005001,3幢,2,501,租赁房屋
> 2,妻,王五,流动人口,330782002005,330782002005001,3幢,2,501,租赁房屋
> 3,户主,赵六,户籍人口,330782002005,330782002005001,3幢,2,502,
> 4,户主,孙七,户籍人口,330782002005,330782002005001,,,,
> EOF

$ household-import --quiet homes.csv 2> warnings | cut -d, -f3-4
"file":"homes.csv","batch":"1"

$ household-list --by dwelling
{"type":"dwelling","v":1,"community":"330782002005","area":"330782002005001","building":"3幢","unit":"2","room":"501","dwelling_kind":"租赁房屋","households":2,"members":3,"household_nos":["1","2"]}
{"type":"dwelling","v":1,"community":"330782002005","area":"330782002005001","building":"3幢","unit":"2","room":"502","households":1,"members":1,"household_nos":["3"]}

$ household-list --by dwelling --crowded 3 --format table --lang zh
所属社区      所属网格         楼栋  单元  室   地址  住所类型  户数  人数  户号
330782002005  330782002005001  3幢   2     501        租赁房屋     2     3  1,2

$ household-list --by dwelling --count --residence registered
{"type":"count","v":1,"by":"dwelling","count":1}

$ household-list --by dwelling --building 4幢

$ household-list --crowded 3
! household-list: --crowded goes with --by dwelling [usage.value]
? 2
