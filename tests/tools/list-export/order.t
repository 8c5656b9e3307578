# A CSV of the whole register is read as its rows lie; its order is that of every other list.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ cat > scattered.csv <<'END'
> 户号,与户主关系,姓名,社区,网格编码
> 20,子,丙,330782002005,330782002005001
> 3,户主,甲,330782002005,330782002005002
> 20,妻,乙,330782002005,330782002005001
> ,,戊,330782002005,330782002005001
> 20,户主,丁,330782002005,330782002005001
> 3,子,己,330782002005,330782002005002
> END

$ household-import --quiet scattered.csv 2> warnings | cut -d, -f3-4
"file":"scattered.csv","batch":"1"

$ list-export persons --columns household_no,area,name --reveal 核对 | cut -d, -f1-3
Household,Grid,Name
20,330782002005001,丁
20,330782002005001,丙
20,330782002005001,乙
20,330782002005001,戊
3,330782002005002,甲
3,330782002005002,己

$ list-export persons --columns name --reveal 核对 | tail -n +2 | cut -d, -f1 | tr -d '\n'; echo; list-export persons --columns name --reveal 核对 --format jsonl | grep -o '"name":"[^"]*' | cut -c9- | tr -d '\n'; echo; list-export persons --columns name --under 330782002005002
丁丙乙戊甲己
丁丙乙戊甲己
Name,_export
甲,chen (root) 2026-11-20T10:00:00+08:00
己,chen (root) 2026-11-20T10:00:00+08:00

# Who ceases to be head has a new stay, and stands behind the others in every list.
$ household-move head --person 3 --quiet > moved.out; for format in csv jsonl; do list-export persons --columns name --reveal 核对 --format $format | grep -o '[甲乙丙丁戊己]' | tr -d '\n'; echo; done; household-list --by person --reveal 核对 | grep -o '[甲乙丙丁戊己]' | tr -d '\n'; echo
乙丙戊丁甲己
乙丙戊丁甲己
乙丙戊丁甲己
! household-move: warning: 2 people are still told by their relation to the former head [move.relation_former]
