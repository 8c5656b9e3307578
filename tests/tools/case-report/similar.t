# What is filed is told the open cases that may be about the same matter, the newest first.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl
$ GRID_NOW=2026-11-12T09:00:00+08:00 case-report -q --title 太早 --category 0401 --area 330782002005001 > early.jsonl
$ GRID_NOW=2026-11-19T09:00:00+08:00 case-report -q --title 积水 --category 0401 --area 330782002005001 | grep -o '"similar.*'
? 1
$ case-report -q --title 别类 --category 0404 --area 330782002005001 | grep -o '"similar.*'
? 1
$ case-report -q --title 东门积水 --category 0401 --area 330782002005002 --lon 120.08 --lat 29.31 | grep -o '"similar.*'
"similar":["330782002-20261119-0001"],"outcome":"added"}
$ case-report -q --title 近处 --category 0401 --area 330782002005001 --lon 120.08 --lat 29.3117 | grep -o '"similar.*'
"similar":["330782002-20261120-0002","330782002-20261119-0001"],"outcome":"added"}
$ case-report -q --title 远处 --category 0401 --area 330782002005001 --lon 120.08 --lat 29.3136 | grep -o '"similar.*'
"similar":["330782002-20261119-0001"],"outcome":"added"}
$ case-act void 330782002-20261120-0002 --reason 误报 -q > voided.jsonl
$ case-report --title 又报 --category 0401 --area 330782002005001 --source 12345 --source-ref a1 --format table -q
Number                   State     Urgency  Title  Category  Area             Held by       Lead  Stage   Due                        Late  Supervision  Similar
330782002-20261120-0005  reported  normal   又报   0401      330782002005001  330782002005        accept  2026-11-20T12:00:00+08:00  no              0  330782002-20261120-0004,330782002-20261120-0003,330782002-2…

# The second time it is the same and nothing is told.
$ echo '{"title":"又报","category":"0401","area":"330782002005001","source":"12345","source_ref":"a1"}' | case-report -q | grep -o '"similar.*\|"outcome.*'
"outcome":"same"}

# The policy says how far apart.
$ grid-policy show > policy.toml; sed -i 's/similar_days = 3/similar_days = 0/' policy.toml; grid-policy apply policy.toml -q > applied.jsonl
$ case-report -q --title 再报 --category 0401 --area 330782002005001 | grep -o '"similar.*'
? 1
