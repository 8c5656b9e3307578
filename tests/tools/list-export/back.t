# What was exported is taken back: into an office with the same areas, the same bytes again.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ echo '{"community":"330782002005","household_no":"0007","name":"𠮷䶮","address":"=1+1","area":"330782002005002","tags":["党员","残疾"],"residence":"floating","consistent":false}' > odd.jsonl; household-import --quiet odd.jsonl > odd.out
! household-import: odd.jsonl:1: warning: there is no number [id.missing]

$ all=community,household_no,area,relation,name,former_name,id_kind,id_no,sex,birth,ethnic,nationality,phone,politics,education,marriage,residence,consistent,address,registered_address,since,until,tags
> for lang in zh en; do list-export households --lang $lang > h.csv; list-export persons --reveal x --columns $all --lang $lang > p.csv; grid-init --quiet --db $lang.db > made.jsonl; grid-add --quiet office.jsonl --db $lang.db > added.jsonl; household-import h.csv p.csv --quiet --db $lang.db > back.jsonl; list-export households --lang $lang --db $lang.db | cmp - h.csv; list-export persons --reveal x --columns $all --lang $lang --db $lang.db | cmp - p.csv; grep -c 𠮷䶮 p.csv; done
1
1
! household-import: p.csv:4: warning: there is no number [id.missing]
! household-import: p.csv:4: warning: household 0007 has no head [household.no_head]
! household-import: p.csv:4: warning: household 0007 has no head [household.no_head]

$ head -n 1 p.csv | tr -d '\r' | cut -d , -f 1-5,24; list-export persons --reveal x --encoding gb18030 --lang zh | household-import - --quiet
Community,Household,Grid,Relation,Name,_export
{"type":"import","v":1,"file":"-","batch":"3","encoding":"gb18030","delimiter":",","header_row":1,"read":3,"added":0,"changed":0,"same":3,"rejected":0,"repaired":0,"warned":2,"households":2,"persons":3,"skipped":0,"warnings":["household.no_head=1","id.missing=1"]}
! household-import: -:4: warning: there is no number [id.missing]
! household-import: -:4: warning: household 0007 has no head [household.no_head]

$ list-export persons --reveal x --columns household_no,community,area,name,address,tags,residence,consistent --format jsonl | tail -n 1 | sed 's/([a-z]*)/(SYSTEM)/' | tee p.jsonl; household-import p.jsonl
{"type":"person","v":1,"name":"𠮷䶮","community":"330782002005","household_no":"0007","area":"330782002005002","residence":"floating","consistent":false,"address":"=1+1","tags":["党员","残疾"],"_export":"chen (SYSTEM) 2026-11-20T10:00:00+08:00"}
{"type":"import","v":1,"file":"p.jsonl","batch":"4","encoding":"utf-8","read":1,"added":0,"changed":0,"same":1,"rejected":0,"repaired":0,"warned":1,"households":1,"persons":1,"skipped":0,"warnings":["id.missing=1"]}
! household-import: p.jsonl:1: warning: there is no number [id.missing]
! read=1 added=0 changed=0 same=1 rejected=0

# Cells of a workbook are text; the same rows give the same bytes.
$ list-export persons --format xlsx --columns name,id_no,address --output p.xlsx; list-export persons --format xlsx --columns name,id_no,address > q.xlsx; cmp p.xlsx q.xlsx; stat -c %a p.xlsx
600

$ /usr/bin/python3 -c "import openpyxl; s = openpyxl.load_workbook('p.xlsx').active; print(s.freeze_panes); [print([c.value.split(' ')[0] if c.value else '' for c in r], {c.data_type for c in r if c.value}, {c.number_format for c in r if c.value}) for r in s.iter_rows()]"
A2
['Name', 'ID', 'Address', '_export'] {'s'} {'@'}
['张三', '3****************4', '', 'chen'] {'s'} {'@'}
['李四', '3****************0', '', 'chen'] {'s'} {'@'}
['𠮷䶮', '', '=1+1', 'chen'] {'s'} {'@'}

$ case-list --format xlsx
! case-list: --format takes jsonl|csv|table, not xlsx [usage.value]
? 2

# Who has no address has none in the file that the export makes either, nor a household.
$ printf '{"community":"330782002005","household_no":"0008","name":"甲一","relation":"户主","address":"八号"}\n{"community":"330782002005","household_no":"0008","name":"乙二","relation":"妻"}\n{"community":"330782002005","name":"丙三","id_no":"110103198001010021"}\n' > bare.jsonl
> columns=community,household_no,relation,name,id_no,address
> for db in from.db csv.db xlsx.db; do grid-init --quiet --db $db > made.jsonl; grid-add --quiet office.jsonl --db $db > added.jsonl; done; household-import --quiet bare.jsonl --db from.db > bare.out 2> bare.err
> for format in csv xlsx; do list-export persons --reveal x --columns $columns --format $format --db from.db > from.$format; household-import --quiet from.$format --db $format.db 2> to.err | grep -o '"added.*"repaired":.'; list-export persons --reveal x --columns $columns --format $format --db $format.db | cmp - from.$format; done
> household-list --by person --reveal x --db csv.db --format csv --lang zh > ours.csv; household-import --quiet ours.csv --db csv.db 2> to.err | grep -o '"added.*"repaired":.'
"added":3,"changed":0,"same":0,"rejected":0,"repaired":0
"added":3,"changed":0,"same":0,"rejected":0,"repaired":0
"added":0,"changed":0,"same":3,"rejected":0,"repaired":0

# Stays that have ended, too: of who came back, who moved, who became head.
$ cat > stays.jsonl <<'EOF'
> {"community":"330782002005","household_no":"1","name":"甲一","id_no":"110103198001010021","relation":"02","since":"2001-01-01"}
> {"community":"330782002005","household_no":"1","name":"乙二","id_no":"33078220000229001X","relation":"10","since":"2001-01-01"}
> {"community":"330782002005","household_no":"2","name":"丙三","id_no":"11010519491231002X","relation":"02"}
> {"community":"330782002005","household_no":"3","name":"丁四","relation":"02","since":"2010-01-01","until":"2015-01-01"}
> EOF

$ for db in old.db new.db; do grid-init --quiet --db $db > made.jsonl; grid-add --quiet office.jsonl --db $db > added.jsonl; done; household-import --quiet stays.jsonl --db old.db > old.out 2> old.err
> household-move head --db old.db --quiet --person 2 --date 2020-01-01 > moved.out; household-move out --db old.db --quiet --person 1 --date 2021-01-01 > moved.out; household-move in --db old.db --quiet --person 1 --community 330782002005 --household 1 --relation 11 --date 2022-01-01 > moved.out; household-move in --db old.db --quiet --person 3 --community 330782002005 --household 1 --relation 97 --date 2023-01-01 > moved.out

$ household-list --by person --all --reveal x --db old.db > all.jsonl; wc -l < all.jsonl; household-import --db new.db all.jsonl | grep -o '"added.*'; household-list --by person --all --reveal x --db new.db | cmp - all.jsonl; household-import --db new.db --quiet --source again all.jsonl | grep -o '"added.*'; household-import --db old.db --quiet all.jsonl | grep -o '"added.*'
8
"added":4,"changed":4,"same":0,"rejected":0,"repaired":0,"warned":0,"households":3,"persons":4,"skipped":0}
"added":0,"changed":0,"same":8,"rejected":0,"repaired":0,"warned":0,"households":3,"persons":4,"skipped":0}
"added":0,"changed":0,"same":8,"rejected":0,"repaired":0,"warned":0,"households":3,"persons":4,"skipped":0}
! read=8 added=4 changed=4 same=0 rejected=0
