# A copy that can be used as it is; an existing file is never overwritten.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ grid-backup copy.db
{"type":"backup","v":1,"file":"copy.db","bytes":BYTES,"version":3,"outcome":"added"}

$ stat -c %a copy.db
600

$ diff <(grid-list) <(grid-list --db copy.db) && echo the same
the same

$ grid-backup copy.db
! grid-backup: copy.db is there already [db.exists]
? 73

$ grid-backup no/such/folder.db
! grid-backup: cannot make no/such/folder.db [db.create]
? 73

$ grid-backup
! grid-backup: name one file for the copy [usage.operand]
? 2

$ grid-backup -n other.db
{"type":"backup","v":1,"file":"other.db","bytes":BYTES,"version":3,"outcome":"added"}

$ ls *.db*
copy.db
grid.db
grid.db-journal
