# What the directory refuses, and what it takes to act at all.
$ grid-init --quiet > made.jsonl; echo '{"title":"x","category":"0401","area":"330782002"}' | case-report -q
! case-report: the office has no area yet; add its root first: grid-add area --code CODE --name NAME --kind street [office.no_area]
? 78

$ grid-add --quiet office.jsonl > added.jsonl; grid-add -q <<'LINES'
> {"type":"area","code":"330782002006","name":"西苑社区","kind":"community","parent":"330782002","successor":"330782002006"}
> {"type":"area","code":"330782002006","name":"西苑社区","kind":"community","parent":"330782002","since":"2027-01-01","until":"2026-01-01"}
> {"type":"area","code":"330782002006","name":"西苑社区","kind":"community","parent":"330782002","since":"2027-01-01"}
> {"type":"area","code":"330782002006","name":"西苑社区","kind":"community","parent":"330782002","successor":"330782002006"}
> {"type":"org","code":"XX","name":"新单位","kind":"deparment"}
> {"type":"staff","login":"new one","name":"新人","role":"clerk","area":"330782002"}
> {"type":"staff","login":"new","name":"新人","role":"clerck","area":"330782002"}
> {"type":"staff","login":"new","name":"新人","role":"clerk"}
> {"type":"staff","login":"new","name":"新人","role":"clerk","area":"330782002","since":"2026-11-01","until":"2026-11-01"}
> {"type":"staff","login":"gone","name":"走人","role":"clerk","area":"330782002","until":"2026-11-01"}
> {"type":"staff","login":"chen","name":"陈","role":"admin","until":"2026-11-01"}
> LINES
{"type":"area","v":1,"code":"330782002006","name":"西苑社区","kind":"community","parent":"330782002","since":"2027-01-01","outcome":"added"}
{"type":"staff","v":1,"login":"gone","name":"走人","role":"clerk","area":"330782002","until":"2026-11-01","outcome":"added"}
! grid-add: -:1: there is no area 330782002006; add it first with grid-add area [area.unknown]
! grid-add: -:2: until must lie after since [area.dates]
! grid-add: -:4: an area cannot succeed itself [area.successor]
! grid-add: -:5: deparment is not a kind of organisation [org.kind]
! grid-add: -:6: a login holds no spaces or control characters [staff.login]
! grid-add: -:7: clerck is not a role [staff.role]
! grid-add: -:8: a clerk needs an area or an organisation [staff.post]
! grid-add: -:9: until must lie after since [staff.dates]
! grid-add: -:11: the office needs an administrator: add another first [staff.last_admin]
? 3

# Before the first day of an area nothing happens there; a post that is over counts no more.
$ case-report -q --title x --category 0401 --area 330782002006; case-report -q --as gone --title x --category 0401 --area 330782002005
! case-report: the area 330782002006 does not exist on 2026-11-20 [area.not_in_force]
! case-report: gone holds no post on this day [actor.no_post]
? 77

$ case-report --title
! case-report: --title needs a value [usage.missing]
? 2
