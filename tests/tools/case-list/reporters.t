# Of a reporter whom somebody has nothing to do with no more than the surname is shown.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ echo '{"title":"路灯不亮","category":"0401","area":"330782002005001","reporter_name":"王小明","reporter_phone":"13812345678"}' | case-report --quiet --as worker1 | grep -o '"reporter[^,]*'
"reporter_name":"王小明"
"reporter_phone":"138****5678"

$ case-list | grep -o '[0-9]*-[0-9]*-0001' > no; for who in worker1 worker2 clerk cg1 nobody; do echo $who $(case-list --as $who | grep -o '"reporter_name[^,]*') $(case-show --as $who $(cat no) | grep -o '"reporter_name[^,]*') $(list-export cases --columns no,reporter_name --format jsonl --as $who | grep -o '"reporter_name[^,]*'); done; case-list | grep -o '"reporter_name[^,]*'
worker1 "reporter_name":"王小明" "reporter_name":"王小明" "reporter_name":"王小明"
worker2 "reporter_name":"王**" "reporter_name":"王**" "reporter_name":"王**"
clerk "reporter_name":"王小明" "reporter_name":"王小明" "reporter_name":"王小明"
cg1 "reporter_name":"王**" "reporter_name":"王**" "reporter_name":"王**"
nobody "reporter_name":"王**" "reporter_name":"王**" "reporter_name":"王**"
"reporter_name":"王小明"

# What the tools print that act on a case, too.
$ echo '{"title":"井盖破损","category":"0401","area":"330782002005001","reporter_name":"李小红","source":"热线","source_ref":"7"}' > call.jsonl; for who in worker1 worker2; do case-report --quiet --as $who call.jsonl | grep -o '"reporter_name[^,]*\|"outcome[^}]*'; done
"reporter_name":"李小红"
"outcome":"added"
"reporter_name":"李**"
"outcome":"same"

$ case-list --as worker2 --reveal 查证 | grep -o '"reporter[^,]*'
"reporter_name":"王**"
"reporter_phone":"138****5678"
"reporter_name":"李**"
! case-list: warning: 2 cases are not yours: their reporters stay masked [scope.limited]
