# A file of rejects that is also the input would be emptied: it is refused, and kept.

$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ printf '姓名,公民身份号码,户号\n张三,11010519491231002X,1\n' > mine.csv

$ household-import mine.csv --rejects mine.csv
! household-import: mine.csv is also read; name another file for --rejects [usage.rejects]
? 2

$ household-import --rejects mine.csv < mine.csv
! household-import: mine.csv is also read; name another file for --rejects [usage.rejects]
? 2

$ wc -l < mine.csv
2

# JSON is the same in every language.
$ GRID_ERRORS=jsonl household-import --lang zh no-such.csv
! {"type":"error","v":1,"code":"input.missing","message":"no such file: no-such.csv"}
? 66
