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

# Not a copy, but made anew: what stands beside the events is what they make.
$ case-report -q cases.jsonl > filed.jsonl; sqlite3 grid.db "update case_file set state = 'closed' where id = 2"; grid-backup --rebuild anew.db
> diff <(grid-list) <(grid-list --db anew.db) && case-list --db anew.db --all --format csv | cut -d, -f1,2
{"type":"backup","v":1,"file":"anew.db","bytes":BYTES,"version":3,"cases":3,"events":3,"mended":1,"outcome":"added"}
no,state
330782002-20261120-0001,reported
330782002-20261120-0002,reported
330782002-20261120-0003,reported
