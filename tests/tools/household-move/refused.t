# What is not understood, or not allowed, changes nothing.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ household-move spilt
! household-move: there is no action spilt; did you mean split? [move.action]
? 2

$ household-move out 3
! household-move: out takes no operand [usage.operand]
? 2

$ echo '{"person":"1"}' | household-move
! household-move: -:1: name an action: birth, death, in, out, split, merge, head, correct, same, different [move.action]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"action":"fly","person":"1"}' | household-move
! household-move: -:1: there is no action fly [move.action]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"person":"x"}' | household-move out
! household-move: -:1: person is no row number [person.row]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"person":"99"}' | household-move out
! household-move: -:1: the register has no such person [person.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"person":["1","2"]}' | household-move out
! household-move: -:1: this takes one person at a time [field.type]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"community":"330782002005","household_no":"0001","name":"王二"}' | household-move out
! household-move: -:1: the register has no such person [person.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"community":"330782002005","household_no":"0002","name":"张三"}' | household-move out
! household-move: -:1: the community has no household 0002 [household.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"name":"张三"}' | household-move out
! household-move: -:1: nothing tells which person is meant [field.required]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move split --person 1
! household-move: the number of the new household is missing [field.required]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move head --person 1 --community 330782002005 --household 0004
! household-move: the community has no household 0004 [household.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move in --person 1 --community 330782002009 --household 0001
! household-move: there is no area 330782002009 [area.unknown]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

# Who lives in two households must be told which is meant.
$ echo '{"person":"1","residence":"registered","community":"330782002005","household_no":"0002"}' | household-move in --quiet
{"type":"person","v":1,"person":"1","id_kind":"resident_id","id_no":"3****************4","name":"张三","sex":"1","birth":"1990","phone":"138****0001","community":"330782002005","household_no":"0002","residence":"registered","since":"2026-11-20","outcome":"changed"}
! household-move: -:1: warning: 1 stays of the person in another role go on; where they are over, too, end them with out [move.other_role]

$ household-move head --person 1
! household-move: the person belongs to several households; name one [move.which_household]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ household-move out --person 2 --dry-run --quiet; household-move out --person 2 --quiet
{"type":"person","v":1,"person":"2","id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001","until":"2026-11-20","ended_by":"out","outcome":"changed"}
{"type":"person","v":1,"person":"2","id_kind":"resident_id","id_no":"3****************0","name":"李四","sex":"2","birth":"1990","phone":"138****0002","relation":"12","community":"330782002005","household_no":"0001","area":"330782002005001","until":"2026-11-20","ended_by":"out","outcome":"changed"}

$ household-move head --person 2
! household-move: the person does not live there now [move.not_here]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

# Nothing of it with --atomic.
$ printf '{"person":"1"}\n{"person":"99"}\n' | household-move death --atomic
! household-move: -:2: the register has no such person [person.unknown]
! read=2 added=0 changed=0 same=0 rejected=2
? 65

$ household-move death --person 1 --as helper
! household-move: helper may not do this; it takes one of: head, worker, clerk [actor.not_permitted]
? 77
