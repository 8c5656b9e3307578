# Personal data is masked unless a purpose is given, and that is logged.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ household-list
{"type":"household","v":1,"community":"330782002005","no":"0001","area":"330782002005001","kind":"family","vacant":false,"members":2}

$ household-list --by person --format table --lang zh
所属社区      户号  所属网格         与户主关系  姓名  曾用名  证件类型    证件号码            性别  出生日期  民族  国籍  联系电话     政治面貌  文化程度  婚姻状况  人口类型  人户一致  现住址  户籍地址  入住日期  离开日期  标签  流入原因  流出地  居住证号  登记日期  到期日期  死亡日期  离开原因  来源系统  人员编号
330782002005  0001  330782002005001  户主        张三          居民身份证  3****************4  男    1990                  138****0001
330782002005  0001  330782002005001  妻          李四          居民身份证  3****************0  女    1990                  138****0002

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
