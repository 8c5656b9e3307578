# What testers found. Who imports, moves or takes back does so in the own area only.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ printf '户号,与户主关系,姓名,公民身份号码,所属社区,所属网格\n0001,户主,张三,330782199001021234,330782002005,330782002005001\n0002,户主,李四,33078219900104003X,330782002005,330782002005002\n' > two.csv; household-import --quiet --as worker1 two.csv > one.jsonl
! household-import: two.csv:3: this lies outside of the areas for which who acts is responsible [actor.not_permitted]
? 3

$ household-import --quiet two.csv > both.jsonl; household-move head --as worker1 --person 2 --dry-run
! household-move: this lies outside of the areas for which who acts is responsible [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move in --as worker1 --person 2 --community 330782002005 --household 0001
! household-move: this lies outside of the areas for which who acts is responsible [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-import --undo 1 --as worker2
! household-import: batch 1 is somebody else's: who made it takes it back, or an administrator [actor.not_permitted]
? 77

# Whoever has died comes to live nowhere by an old file.
$ household-move death --person 1 --date 2026-11-10 --quiet | grep -o '"died[^,]*'; { cat two.csv; echo; } | household-import --quiet | grep -o '"added.*'
"died":"2026-11-10"
"added":0,"changed":0,"same":2,"rejected":0,"repaired":0,"warned":2,"households":2,"persons":2,"skipped":1,"warnings":["household.reused=1","person.died=1"]}
! household-import: -:2: warning: the register knows that this person has died; no stay begins [person.died]
! household-import: -:2: warning: household 0001 had other people so far; is its number used again?; where it is another household, give it a number of its own [household.reused]

# A masked name is nobody's; an apostrophe that a spreadsheet put before a name goes again.
$ printf "户号,与户主关系,姓名,公民身份号码,所属社区\n0003,户主,王*,,330782002005\n0004,户主,'赵六,110103198001010021,330782002005\n" > names.csv; household-import --quiet names.csv | grep -o '"added.*'; household-list --no 0004 --by person | grep -o '"name[^,]*'
"added":1,"changed":0,"same":0,"rejected":1,"repaired":1,"warned":0,"households":1,"persons":1,"skipped":0,"repairs":["text.apostrophe=1"],"refusals":["name.masked=1"]}
"name":"赵六"
! household-import: names.csv:2: the name is masked: this is nobody's name; export it with --reveal, or take the name from the first source [name.masked]

# The grid of another community is none of this one, whatever its number.
$ echo '{"type":"area","code":"330782002006","name":"西洲社区","kind":"community","parent":"330782002"}' | grid-add --quiet > added.jsonl; printf '户号,与户主关系,姓名,公民身份号码,所属社区,所属网格\n0005,户主,周九,33078220000229001X,330782002005,西洲第一网格\n' | household-import --quiet | grep -o '"warnings.*'
"warnings":["grid.unknown=1"]}
! household-import: -:2: warning: the community has no such grid; it was left out; add the grid with grid-add, or tell in a profile, under [values.area], which one is meant [grid.unknown]

# A household is its community and its number: nothing is filled down from another one's.
$ printf '户号,与户主关系,姓名,公民身份号码,所属社区,住址\n7,户主,己己,,330782002005,四路\n7,妻,庚庚,,330782002006,\n' | household-import --quiet | grep -o '"repair[a-z]*":[^,]*'; household-list --no 7 | grep -o '"community.*"kind'
"repaired":0
"community":"330782002005","no":"7","address":"四路","kind
"community":"330782002006","no":"7","kind
! household-import: -:2: warning: there is no number [id.missing]
! household-import: -:3: warning: there is no number [id.missing]
! household-import: -:3: warning: household 7 has no head [household.no_head]

# Of JSON lines one that is not UTF-8 is refused by itself.
$ printf '{"community":"330782002005","household_no":"11","name":"张三李四"}\n{"community":"330782002005","household_no":"12","name":"\xd6\xdc"}\n' | household-import --quiet | grep -o '"encoding[^,]*\|"added.*'
"encoding":"utf-8"
"added":1,"changed":0,"same":0,"rejected":1,"repaired":0,"warned":1,"households":1,"persons":1,"skipped":0,"warnings":["id.missing=1"],"refusals":["json.utf8=1"]}
! household-import: -:1: warning: there is no number [id.missing]
! household-import: -:2: not UTF-8 at byte 57 [json.utf8]
? 3

# Of rows that were refused, three numbers that end in 000 tell nothing of the others.
$ printf '户号,姓名,公民身份号码,所属社区,_code\n21,甲一,330782199001021000,330782002005,id.truncated\n22,乙二,330782199001022000,330782002005,id.truncated\n23,丙三,330782199001023000,330782002005,id.truncated\n24,丁四,330782201912010034,330782002005,id.checksum\n' | household-import --quiet | grep -o '"added.*'
"added":1,"changed":0,"same":0,"rejected":3,"repaired":0,"warned":0,"households":1,"persons":1,"skipped":0,"refusals":["id.truncated=3"]}
! household-import: -:2: the number ends in 000: a spreadsheet kept only its first 15 digits; export the register again, with the column as text [id.truncated]
! household-import: -:3: the number ends in 000: a spreadsheet kept only its first 15 digits; export the register again, with the column as text [id.truncated]
! household-import: -:4: the number ends in 000: a spreadsheet kept only its first 15 digits; export the register again, with the column as text [id.truncated]
? 3

# Codes are checked, and a number is corrected, not taken away.
$ household-move in --quiet --person 2 --community 330782002005 --household 0001 --relation 99999
! household-move: the value is not in the list of codes for relation [relation.unknown]
? 3

$ echo '{"person":"2","new_id_no":"0"}' | household-move correct --quiet
! household-move: -:1: the right number is missing [field.required]
? 3

# Of two rows that contradict, the refused one names the other.
$ printf '户号,姓名,公民身份号码,所属社区,住址\n41,甲一,33078219900104003X,330782002005,"十\n号"\n41,乙二,330782199003050020,330782002005,十号\n41,甲一,33078219900104003X,330782002005,十一号\n' | household-import --quiet --lang zh | grep -o '"added":.'
"added":1
! household-import: -:2: 提示：该号码在册的是另一姓名 [person.renamed]
! household-import: -:5: 本文件第 2 行对同一人的记载与此矛盾；请只保留其中一行 [duplicate.in_file]
? 3
$ printf '{"type":"household","community":"330782002005","no":"42","room":"1"}\n{"type":"household","community":"330782002005","no":"42","room":"2"}\n' | household-import --quiet | grep -o '"added":.'
"added":1
! household-import: -:2: line 1 of this file says something else about the same household; keep one of the rows [duplicate.in_file]
? 3

# What nobody sees is removed; what no text has refuses the row.
$ printf '户号,姓名,公民身份号码,所属社区,住址,残疾\n51,甲\xe2\x81\xa6\xe2\x80\xae一\xe2\x80\xac\xe2\x81\xa9,33078219900104003X,330782002005,\xe2\x80\xaa十号\xe2\x81\xa7,\n52,乙\0二,,330782002005,,\n53,丙三,,330782002005,一\x1b[2J号,\n54,丁四,,330782002005,,二\x7f级\n55,戊五,,330782002005,\xc2\x9b2J,\n' | household-import --quiet --rejects control.csv | grep -o '"added.*'; household-list --no 51 --by person --reveal x | grep -o '"name[^,]*\|"address[^,]*'
"added":0,"changed":1,"same":0,"rejected":4,"repaired":2,"warned":0,"households":1,"persons":1,"skipped":0,"repairs":["text.spaces=2"],"refusals":["field.control=4"]}
"name":"甲一"
"address":"十号"
! household-import: -:3: name holds a control character [field.control]
! household-import: -:4: address holds a control character [field.control]
! household-import: -:5: tags holds a control character [field.control]
! household-import: -:6: address holds a control character [field.control]
$ printf '{"community":"330782002005","household_no":"56","name":"己\\u001b六"}\n{"community":"330782002005","no":"57","room":"\\u202e1"}\n' | household-import --quiet | grep -o '"added.*'; household-list --no 57 --reveal x | grep -o '"room[^,]*'
"added":1,"changed":0,"same":0,"rejected":1,"repaired":1,"warned":0,"households":1,"persons":0,"skipped":0,"repairs":["text.spaces=1"],"refusals":["field.control=1"]}
"room":"1"
! household-import: -:1: name holds a control character [field.control]

# Which field there is not; what to do about a grid that there is not, told once.
$ printf '{"community":"330782002005","name":"甲一","houshold_no":"1"}\n{"type":"household","community":"330782002005","no":"1","rom":"1"}\n' | household-import --quiet | grep -o '"added.*'
"added":0,"changed":0,"same":0,"rejected":2,"repaired":0,"warned":0,"households":0,"persons":0,"skipped":0,"refusals":["field.unknown=2"]}
! household-import: -:1: there is no field houshold_no; did you mean household_no? [field.unknown]
! household-import: -:2: there is no field rom; did you mean room? [field.unknown]
? 3
$ printf '户号,姓名,所属社区,所属网格\n61,甲一,330782002005,南网格\n61,乙二,330782002005,南网格\n' | household-import --quiet | grep -o '"warn.*'
"warned":4,"households":1,"persons":2,"skipped":0,"warnings":["grid.unknown=2","id.missing=2"]}
! household-import: -:2: warning: there is no number [id.missing]
! household-import: -:2: warning: the community has no such grid; it was left out; add the grid with grid-add, or tell in a profile, under [values.area], which one is meant [grid.unknown]
! household-import: -:3: warning: there is no number [id.missing]
! household-import: -:3: warning: the community has no such grid; it was left out [grid.unknown]

# Numbers that two people swapped go back together; the dead and their stays too.
$ printf '户号,与户主关系,姓名,公民身份号码,所属社区,所属网格\n81,户主,赵一,330782199001010113,330782002005,330782002005001\n82,户主,赵二,330782199002010131,330782002005,330782002005001\n' > swap.csv; B=$(household-import --quiet swap.csv | grep -o '"batch":"[0-9]*' | tr -dc 0-9); P=$(household-list --no 81 --by person --keys | grep -o '"person":"[0-9]*' | tr -dc 0-9); Q=$(household-list --no 82 --by person --keys | grep -o '"person":"[0-9]*' | tr -dc 0-9); printf '{"person":"%s","new_id_no":"330782199003010256"}\n{"person":"%s","new_id_no":"330782199001010113"}\n{"person":"%s","new_id_no":"330782199002010131"}\n' $P $Q $P | household-move correct --quiet | grep -o '"outcome[^}]*'; household-import --quiet --undo $((B+1)) | grep -o '"changed":[0-9]*,.*"rejected":.'; household-list --by person --reveal x --no 81 --columns name,id_no --format csv; household-list --by person --reveal x --no 82 --columns name,id_no --format csv; grid-check --quiet 2> /dev/null | grep person
"outcome":"changed"
"outcome":"changed"
"outcome":"changed"
"changed":2,"same":0,"rejected":0
name,id_no
赵一,330782199001010113
name,id_no
赵二,330782199002010131
! household-move: -:1: warning: the birth date contradicts the number, which counts [birth.conflict]
! household-move: -:2: warning: the birth date contradicts the number, which counts [birth.conflict]
! household-move: -:3: warning: the birth date contradicts the number, which counts [birth.conflict]
? 1

$ P=$(household-list --no 81 --by person --keys | grep -o '"person":"[0-9]*' | tr -dc 0-9); household-move death --person $P --date 2026-11-19 --quiet | grep -o '"died[^,]*'; sed 's/公民身份号码/公民身份号码,联系电话/; s/330782199001010113/330782199001010113,13900000009/; 3d' swap.csv > phone.csv; household-import --quiet phone.csv | grep -o '"changed":.'; household-import --quiet --undo $(household-import --batches | tail -2 | head -1 | grep -o '"batch":"[0-9]*' | tr -dc 0-9) | grep -o '"changed":[0-9]*,.*"rejected":.'; household-list --no 81 --by person --all | grep -o '"until.*'
"died":"2026-11-19"
"changed":1
"changed":0,"same":0,"rejected":2
"until":"2026-11-19","died":"2026-11-19","ended_by":"death"}
! household-import: phone.csv:2: warning: the register knows that this person has died; no stay begins [person.died]
! household-import: phone.csv:2: warning: household 81 has no head [household.no_head]
! household-import: phone.csv:2: warning: household 81 had other people so far; is its number used again?; where it is another household, give it a number of its own [household.reused]
! household-import: person 12 stays: batch 20 stands on it [batch.later_change]
! household-import: residence 14 stays: batch 20 stands on it [batch.later_change]

# A key of another system that names somebody else now is a question, not a new name.
$ echo '{"community":"330782002005","household_no":"83","name":"钱三","id_no":"330782199003010256","source_ref":"9"}' | household-import --quiet --source Z | grep -o '"added":.'; echo '{"community":"330782002005","household_no":"84","name":"孙四","id_no":"330782199004010370","source_ref":"9"}' | household-import --quiet --source Z | grep -o '"added.*"rejected":.'; household-list --no 83 --by person | grep -o '"name[^,]*'
"added":1
"added":0,"changed":0,"same":0,"rejected":1
"name":"钱三"
! household-import: -:1: the number and the key of the source name two different people [person.ambiguous]

# A list of telephones gives nobody a second stay; whoever is told of as what is another lives there once.
$ printf '姓名,公民身份号码,联系电话,所属社区\n赵二,330782199002010131,13900000008,330782002005\n' | household-import --quiet | grep -o '"added.*"rejected":.'; household-list --no 82 --by person --history | grep -o '"residence.*\|"household_no[^,]*'
"added":0,"changed":1,"same":0,"rejected":0
"household_no":"82"
$ printf '户号,姓名,公民身份号码,所属社区,人口类型\n82,赵二,330782199002010131,330782002005,户籍\n' | household-import --quiet | grep -o '"changed":.'; printf '户号,姓名,公民身份号码,所属社区,人口类型\n85,赵二,330782199002010131,330782002005,流动\n' | household-import --quiet | grep -o '"changed":.'; printf '户号,姓名,公民身份号码,所属社区,人口类型\n82,赵二,330782199002010131,330782002005,流动\n' | household-import --quiet | grep -o '"changed":.'; household-list --by person --history --no 85 | grep -o '"until.*'; grid-check --quiet 2> /dev/null | grep person
"changed":1
"changed":1
"changed":1
"until":"2026-11-20","ended_by":"moved"}
? 1

# Who had left comes back with a word; an export brings nobody back from those presumed gone.
$ household-move out --person $(household-list --no 82 --by person --keys | grep -o '"person":"[0-9]*' | tr -dc 0-9) --quiet | grep -o '"outcome[^}]*'; household-import --quiet swap.csv 2>&1 | grep -o '"same":.'; printf '\n' >> swap.csv; household-import --quiet swap.csv 2>&1 | grep returned
"outcome":"changed"
"same":2
household-import: swap.csv:3: warning: the register has this person as having left; a new stay begins; where the file is older than the leaving, take it back with --undo [person.returned]
{"type":"import","v":1,"file":"swap.csv","batch":"29","encoding":"utf-8","delimiter":",","header_row":1,"read":2,"added":0,"changed":1,"same":1,"rejected":0,"repaired":0,"warned":3,"households":2,"persons":2,"skipped":1,"warnings":["household.reused=1","person.died=1","person.returned=1"]}
$ printf '户号,姓名,公民身份号码,所属社区\n86,李五,330782199004010370,330782002005\n' | household-import --quiet | grep -o '"added":.'; grid-policy show | sed 's/^gone_share.*/gone_share = 1.0/' > policy.toml; grid-policy apply --quiet policy.toml > added.jsonl; printf '户号,姓名,公民身份号码,所属社区\n81,赵一,330782199001010113,330782002005\n' | household-import --quiet --full 2> full.err | grep -o '"gone":[0-9]*'; list-export persons --reveal x --output all.csv; household-import --quiet all.csv 2> err | grep -o '"changed":.'; household-list --presumed-gone --by person --count | grep -o '"count":[0-9]*'
"added":1
"gone":12
"changed":0
"count":12

# JSON lines of another system may leave out empty values.
$ printf '{"户号":"91","姓名":"周六","社区":"330782002005","证件号码":""}\n{"户号":"91","姓名":"周七"}\n' | household-import --quiet --area 330782002005 2> err | grep -o '"added.*rejected":.'; household-list --count --by age --bands 0-5,5-17
"added":2,"changed":0,"same":0,"rejected":0
! household-list: 5-17 overlaps another range: an age counts once [age.overlap]
? 2

# A row that was refused is not the same as somebody who came under its number later.
$ printf '户号,姓名,公民身份号码,所属社区\n101,吴九,330782199005010217,330782002005\n' | household-import --quiet 2> err | grep -o '"added":.'; printf '户号,姓名,公民身份号码,所属社区\n101,吴九,330782199005010356,330782002005\n' > doubt.csv; household-import --quiet doubt.csv | grep -o '"refusals.*'; printf '户号,姓名,公民身份号码,所属社区\n102,郑十,330782199005010356,330782002005\n' | household-import --quiet 2> err | grep -o '"added":.'; household-import --quiet doubt.csv | grep -o '"refusals.*'; household-list --no 102 --by person | grep -o '"name[^,]*'
"added":1
"refusals":["person.candidate=1"]}
"added":1
"refusals":["person.later=1"]}
"name":"郑十"
! household-import: doubt.csv:2: somebody of this name and birth lives there under another number; decide it: household-list --candidates, household-move same or different; or correct one of the numbers [person.candidate]
! household-import: doubt.csv:2: this row was refused before, and somebody came under its number since; look whether it is the same person, and import the row in a file of its own [person.later]
