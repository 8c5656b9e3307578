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

# Nor what belongs to a database, whether it is there just now or not; nor what keeps the former rejects.
$ for file in grid.db-journal ./grid.db-wal grid.db-shm; do household-import mine.csv --rejects $file; list-export areas --output $file; grid-backup $file; done
! household-import: grid.db-journal belongs to a database; name another file [usage.database_file]
! list-export: grid.db-journal belongs to a database; name another file [usage.database_file]
! grid-backup: grid.db-journal belongs to a database; name another file [usage.database_file]
! household-import: ./grid.db-wal belongs to a database; name another file [usage.database_file]
! list-export: ./grid.db-wal belongs to a database; name another file [usage.database_file]
! grid-backup: ./grid.db-wal belongs to a database; name another file [usage.database_file]
! household-import: grid.db-shm belongs to a database; name another file [usage.database_file]
! list-export: grid.db-shm belongs to a database; name another file [usage.database_file]
! grid-backup: grid.db-shm belongs to a database; name another file [usage.database_file]
? 2
$ ln -s grid.db-wal link; household-import mine.csv --rejects link
! household-import: link belongs to a database; name another file [usage.database_file]
? 2
$ echo x > mine; cp mine.csv mine~; household-import mine~ --rejects mine; wc -l < mine~
2
! household-import: mine~ is also read; name another file for --rejects [usage.rejects]
