# Finding people by what a clerk knows of them; conditions; counts; stays that have ended.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ cat > people.csv <<'EOF'
> 户号,与户主关系,姓名,曾用名,性别,民族,国籍,出生日期,人口类型,标签,联系电话,楼栋,所属社区,所属网格
> 0001,户主,单雄信,,男,汉族,中国,1950-01-02,户籍,低保,13800000001,3幢,330782002005,330782002005001
> 0001,妻,尉迟秀兰,,女,回族,中国,1958-06-30,户籍,,13800000002,3幢,330782002005,330782002005001
> 0001,孙子,单小明,单明,男,汉族,中国,2015-11-21,户籍,,,3幢,330782002005,330782002005001
> 0002,户主,John Smith,,男,,美国,1980,境外,,13900000001,4幢,330782002005,
> 0003,妻,买买提·吐尔逊,,女,维吾尔族,中国,1990-03,流动,低保 独居,13700001234,4幢,330782002005,330782002005002
> EOF

$ household-import --quiet people.csv | cut -d, -f4-10
"batch":"1","encoding":"utf-8","delimiter":",","header_row":1,"read":5,"added":5
! household-import: people.csv:2: warning: there is no number [id.missing]
! household-import: people.csv:3: warning: there is no number [id.missing]
! household-import: people.csv:4: warning: there is no number [id.missing]
! household-import: people.csv:5: warning: there is no number [id.missing]
! household-import: people.csv:6: warning: there is no number [id.missing]
! household-import: people.csv:6: warning: household 0003 has no head [household.no_head]

$ for name in shan danxx 雄 yuchi yc xm 单明 smith mmt 1234 13800000001; do echo "$name:" $(echo $name | household-list --by person --search | grep -o '"name":"[^"]*"'); done
shan: "name":"单雄信" "name":"单**"
danxx:
雄: "name":"单雄信"
yuchi: "name":"尉迟秀兰"
yc: "name":"尉迟秀兰"
xm: "name":"单**"
单明: "name":"单**"
smith: "name":"John Smith"
mmt: "name":"买买提·吐尔逊"
1234: "name":"买买提·吐尔逊"
13800000001: "name":"单雄信"

$ printf 'shan\n小明\n' | household-list --search
{"type":"household","v":1,"community":"330782002005","no":"0001","area":"330782002005001","building":"3幢","kind":"family","vacant":false,"members":3}

$ household-list --by person --age 60+ --format csv | cut -d, -f5
name
单雄信
尉迟秀兰

$ household-list --by person --age '<18' --keys | cut -c1-40
{"type":"person","v":1,"person":"3","id_

$ household-list --by person --ethnic minority --count
{"type":"count","v":1,"by":"person","count":2}

$ household-list --by person --nationality foreign --format csv | cut -d, -f5
name
John Smith

$ household-list --by person --building 4幢 --sex 女 --format csv | cut -d, -f5
name
买买提·吐尔逊

$ household-list --relation head --tag 低保
{"type":"household","v":1,"community":"330782002005","no":"0001","area":"330782002005001","building":"3幢","kind":"family","vacant":false,"members":3}

$ household-list --problem no-grid
{"type":"household","v":1,"community":"330782002005","no":"0002","building":"4幢","kind":"family","vacant":false,"members":1}

$ household-list --problem no-head
{"type":"household","v":1,"community":"330782002005","no":"0003","area":"330782002005002","building":"4幢","kind":"family","vacant":false,"members":1}

$ household-list --never-visited --count
{"type":"count","v":1,"by":"household","count":3}

$ household-list --visited-before 2026-01-01 --by person --count
{"type":"count","v":1,"by":"person","count":5}

$ household-list --count --by age
{"type":"count","v":1,"by":"age","value":"0-17","count":1}
{"type":"count","v":1,"by":"age","value":"18-59","count":2}
{"type":"count","v":1,"by":"age","value":"65-79","count":2}

$ household-list --count --by age --bands 0-59,60+
{"type":"count","v":1,"by":"age","value":"0-59","count":3}
{"type":"count","v":1,"by":"age","value":"60+","count":2}

$ household-list --count --by tags
{"type":"count","v":1,"by":"tags","count":3}
{"type":"count","v":1,"by":"tags","value":"低保","count":2}
{"type":"count","v":1,"by":"tags","value":"独居","count":1}

$ household-list --count --by area --households
{"type":"count","v":1,"by":"area","count":1}
{"type":"count","v":1,"by":"area","value":"330782002005001","count":1}
{"type":"count","v":1,"by":"area","value":"330782002005002","count":1}

$ household-list --count --by ethnik
! household-list: nothing is counted by ethnik; did you mean ethnic? [usage.value]
? 2

$ household-list --missing phon --by person
! household-list: there is no field phon; did you mean phone? [usage.value]
? 2

$ household-list --history
! household-list: --history needs --no, --person or --search: whose [usage.option]
? 2

$ household-list --age old
! household-list: old is no range of ages such as 18-59, 65+ or <18 [age.format]
? 2
