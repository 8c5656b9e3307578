# Personal data is masked unless a purpose is given, and that is logged.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ household-list
{"type":"household","v":1,"community":"330782002005","no":"0001","area":"330782002005001","kind":"family","vacant":false,"members":2}

$ household-list --by person --format table --lang zh
户号  与户主关系  姓名  性别  出生日期  证件号码            联系电话     人口类型  所属网格
0001  户主        张三  男    1990      3****************4  138****0001            330782002005001
0001  妻          李四  女    1990      3****************0  138****0002            330782002005001

# Columns are of tables and CSV; JSON lines keep every field.
$ household-list --by person --keys --format table --lang en
Person  Household  Relation               Name  Sex     Birth  ID number           Phone        Residence  Grid
1       0001       head of the household  张三  male    1990   3****************4  138****0001             330782002005001
2       0001       wife                   李四  female  1990   3****************0  138****0002             330782002005001

$ household-list --by person --columns name,former_name,ethnic --format table --lang zh
姓名  曾用名  民族
张三
李四

$ household-list --by person --columns name,birth --format csv
name,birth
张三,1990
李四,1990

$ household-list --columns no,members --format csv; household-list --columns no | cut -c1-40
no,members
0001,2
{"type":"household","v":1,"community":"3

$ household-list --by person --columns nmae
! household-list: there is no column nmae; did you mean name? [usage.value]
? 2

$ household-list --count --columns no
! household-list: --count has its own columns [usage.value]
? 2

$ household-list --by person --reveal 核对 | head -n 1
{"type":"person","v":1,"id_kind":"resident_id","id_no":"330782199001021234","name":"张三","sex":"1","birth":"1990-01-02","phone":"13800000001","relation":"02","community":"330782002005","household_no":"0001","area":"330782002005001"}

$ echo 张三 | household-list --by person --search --format csv
community,household_no,area,relation,name,former_name,id_kind,id_no,sex,birth,ethnic,nationality,phone,politics,education,marriage,residence,consistent,address,registered_address,since,until,tags,flow_reason,origin,permit_no,registered_on,permit_until,died,ended_by,source,source_ref
330782002005,0001,330782002005001,02,张三,,resident_id,3****************4,1,1990,,,138****0001,,,,,,,,,,,,,,,,,,,

$ household-list --count --by sex
{"type":"count","v":1,"by":"sex","value":"1","count":1}
{"type":"count","v":1,"by":"sex","value":"2","count":1}

$ household-list --by phone --count
! household-list: nothing is counted by phone [usage.value]
? 2

# In tables the codes of a count stand as words.
$ household-list --count --by sex --format table --lang zh
分组  取值  数量
sex   男       1
sex   女       1

$ household-list --count --by relation --format table --lang en
By        Value                  Count
relation  head of the household      1
relation  wife                       1
