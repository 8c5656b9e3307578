# A file that others have damaged: told by code, never guessed at.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; case-report -q cases.jsonl > filed.jsonl
> spoil() { cp grid.db "$1.db"; sqlite3 "$1.db" "pragma foreign_keys = off; drop trigger event_no_update; drop trigger event_no_delete; $2"; }
> spoil code "update event set action = 'acept' where id = 2"; grid-check --db code.db; grid-backup --db code.db --rebuild anew.db
> spoil state "update case_file set state = 'gone' where id = 2"; case-list --all --db state.db
{"type":"problem","v":1,"code":"db.corrupt","message":"the database holds an unknown code acept"}
! grid-backup: the database holds an unknown code acept [db.corrupt]
! case-list: a case holds an unknown code [db.corrupt]
? 65

# A case without events; one removed from the end of the chain.
$ spoil() { cp grid.db "$1.db"; sqlite3 "$1.db" "pragma foreign_keys = off; drop trigger event_no_update; drop trigger event_no_delete; $2"; }
> spoil without "delete from event where id = 3"; grid-check --db without.db | grep -v vacant
{"type":"problem","v":1,"code":"case.no_events","case":"330782002-20261120-0003","message":"the case has no events"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

# Rows that point nowhere are not copied for a backup.
$ cp grid.db org.db; sqlite3 org.db "pragma foreign_keys = off; delete from org where code = 'CG'"; grid-backup --db org.db copy.db; [ -e copy.db ] || echo no copy
no copy
! grid-backup: the copy of copy.db is damaged [db.backup]

# No policy, or one that is none.
$ cp grid.db none.db; sqlite3 none.db "pragma foreign_keys = off; delete from calendar_day; delete from policy"; case-list --db none.db
> cp grid.db other.db; sqlite3 other.db "update policy set document = 'x = 1'"; case-list --db other.db
> cp grid.db file.db; sqlite3 file.db "update policy set document = replace(document, '[calendar]', '[calendar]' || char(10) || 'days = \"other.csv\"')"; grid-stats --db file.db
! case-list: the office has no policy; grid-policy apply FILE [policy.none]
! case-list: policy version 1 cannot be read: unknown key x [policy.stored]
! grid-stats: policy version 1 cannot be read: a stored policy names the file other.csv [policy.stored]
? 78
