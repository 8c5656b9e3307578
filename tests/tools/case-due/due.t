# By the built-in policy where there is no office: over the Spring Festival, a make-up Saturday.
$ GRID_DB= case-due --from '2026-02-13 10:00' --limit 5wd
{"type":"due","v":1,"from":"2026-02-13T10:00:00+08:00","limit":"5wd","due":"2026-02-27T17:30:00+08:00","provisional":false}

$ GRID_DB= case-due --from '2026-09-18 16:30' --limit 4wh --format table
From                       Limit  Until  Calendar  Due                        Office time (s)  Provisional
2026-09-18T16:30:00+08:00  4wh                     2026-09-20T11:30:00+08:00                   no

# Questions as JSON lines.
$ GRID_DB= case-due <<'LINES'
> {"from":"2026-11-21T09:00:00+08:00","limit":"4wh"}
> {"from":"2026-12-30","limit":"3wd"}
> {"from":"2026-11-20T16:30:00+08:00","until":"2026-11-23T09:00:00+08:00"}
> {"from":"2026-11-20T16:30:00+08:00","limit":"0.5wd"}
> {"from":"2026-11-20T16:30:00+08:00","limit":"2h","calendar":"dtuy"}
> LINES
{"type":"due","v":1,"from":"2026-11-21T09:00:00+08:00","limit":"4wh","due":"2026-11-23T14:00:00+08:00","provisional":false}
{"type":"due","v":1,"from":"2026-12-30T00:00:00+08:00","limit":"3wd","due":"2027-01-04T17:30:00+08:00","provisional":true}
{"type":"due","v":1,"from":"2026-11-20T16:30:00+08:00","until":"2026-11-23T09:00:00+08:00","worked_seconds":5400,"provisional":false}
! case-due: -:4: 0.5wd is not a limit; write a whole number and a unit, like 4wh or 5wd [limit.format]
! case-due: -:5: the policy has no calendar dtuy; did you mean duty? [calendar.unknown]
! read=5 added=0 changed=0 same=3 rejected=2
? 3

$ GRID_DB= case-due --from 2026-11-20 --limit 0.5wd
! case-due: 0.5wd is not a limit; write a whole number and a unit, like 4wh or 5wd [limit.format]
? 2

$ case-due --from 2026-11-20 --limit 1wd
! case-due: no database at grid.db; make one with grid-init, or name one with --db [db.missing]
? 66
