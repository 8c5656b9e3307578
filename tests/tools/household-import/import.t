# A register: what the file is, is found out; a second run changes nothing.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ household-import register.csv
{"type":"import","v":1,"file":"register.csv","batch":"1","encoding":"utf-8","delimiter":",","header_row":1,"read":2,"added":2,"changed":0,"same":0,"rejected":0,"repaired":0,"warned":0,"households":1,"persons":2,"skipped":0}
! read=2 added=2 changed=0 same=0 rejected=0

$ household-import register.csv
{"type":"import","v":1,"file":"register.csv","batch":"1","encoding":"utf-8","delimiter":",","header_row":1,"read":2,"added":0,"changed":0,"same":2,"rejected":0,"repaired":0,"warned":0,"households":1,"persons":2,"skipped":0}
! read=2 added=0 changed=0 same=2 rejected=0

# Rows that cannot be trusted come back as they were, with the reason, to be mended.
$ cat > damaged.csv <<'ROWS'
> 江东街道人口登记表,,,,,,
> 户号,与户主关系,姓名,公民身份号码,联系电话,所属社区,所属网格
> 0002,户主,王五,3.30782E+17,13800000003,330782002005,330782002005002
> 0002,妻,赵六,330782199001021235,13800000004,330782002005,330782002005002
> 0003,户主,孙七,11010519491231002X,13800000005,330782002005,330782002005002
> ROWS

$ household-import damaged.csv --rejects refused.csv
{"type":"import","v":1,"file":"damaged.csv","batch":"2","encoding":"utf-8","delimiter":",","header_row":2,"read":3,"added":1,"changed":0,"same":0,"rejected":2,"repaired":0,"warned":0,"households":1,"persons":1,"skipped":1,"refusals":["id.checksum=1","id.scientific=1"]}
! household-import: damaged.csv:3: the number was cut by a spreadsheet and cannot be recovered [id.scientific]
! household-import: damaged.csv:4: the check character is wrong [id.checksum]
! read=3 added=1 changed=0 same=0 rejected=2
? 3

$ cat refused.csv
户号,与户主关系,姓名,公民身份号码,联系电话,所属社区,所属网格,_row,_line,_field,_code,_reason
0002,户主,王五,3.30782E+17,13800000003,330782002005,330782002005002,3,3,id_no,id.scientific,the number was cut by a spreadsheet and cannot be recovered
0002,妻,赵六,330782199001021235,13800000004,330782002005,330782002005002,4,4,id_no,id.checksum,the check character is wrong

$ household-import nothing.csv
! household-import: no such file: nothing.csv [input.missing]
? 66

# A comma too many is told.
$ printf '姓名,公民身份号码,户号,所属社区\n王小明,440524188001010014,9,东洲社区,多一\n' > extra.csv; household-import extra.csv | grep -o '"warned":[0-9]*'
"warned":2
! household-import: extra.csv:2: warning: the row has cells behind the last heading [row.extra_cells]
! household-import: extra.csv:2: warning: the number makes this person older than 120 years [id.age_implausible]
! read=1 added=1 changed=0 same=0 rejected=0
