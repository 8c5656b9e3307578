# What testers found. Nobody moves before being born, or after having died.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ household-move out --person 2 --date 1990-03-04 --quiet; household-move in --person 2 --community 330782002005 --household 0002 --date 1989-05-01 --quiet; household-move split --person 2 --to-household 0002 --date 1990-03-04 --quiet; household-move head --person 2 --date 1990-03-04 --quiet; echo '{"name":"赵六","id_no":"110103198001010021"}' | household-move in --community 330782002005 --household 0002 --date 1979-12-31 --quiet
! household-move: 1990-03-04 is before the person was born [move.before_birth]
! household-move: 1989-05-01 is before the person was born [move.before_birth]
! household-move: 1990-03-04 is before the person was born [move.before_birth]
! household-move: 1990-03-04 is before the person was born [move.before_birth]
! household-move: -:1: 1979-12-31 is before the person was born [move.before_birth]
? 3

$ household-move death --person 2 --date 2026-11-10 --quiet | grep -o '"died[^,]*'; household-move out --person 2 --date 2026-11-11 --quiet
"died":"2026-11-10"
! household-move: the person does not live there now [move.not_here]
? 3

# A household that goes to another grid takes along those whom the newer register does not name.
$ printf '户号,与户主关系,姓名,公民身份号码,所属社区,所属网格\n0003,户主,王五,33078219910305001X,330782002005,330782002005001\n0003,妻,钱六,330782199104060025,330782002005,330782002005001\n' > old.csv; household-import --quiet old.csv | grep -o '"added.*"rejected":.'
"added":2,"changed":0,"same":0,"rejected":0

$ sed '3d; s/2005001$/2005002/' old.csv > new.csv; household-import --quiet new.csv | grep -o '"batch":"."\|"added.*"rejected":.'; household-list --no 0003 --by person --history | grep -o '"area.*'; household-import --quiet new.csv | grep -o '"added.*"rejected":.'; household-import --quiet --undo 4 | grep -o '"changed":[0-9]*,"same":.,"rejected":.'; household-list --no 0003 --by person --history | grep -o '"area.*'
"batch":"4"
"added":0,"changed":1,"same":0,"rejected":0
"area":"330782002005001","until":"2026-11-20","ended_by":"moved"}
"area":"330782002005001","until":"2026-11-20","ended_by":"moved"}
"area":"330782002005002","since":"2026-11-20"}
"area":"330782002005002","since":"2026-11-20"}
"added":0,"changed":0,"same":1,"rejected":0
"changed":5,"same":0,"rejected":0
"area":"330782002005001"}
"area":"330782002005001"}

$ sqlite3 grid.db "UPDATE residence SET area = NULL WHERE person = 3"; grid-check --quiet 2> /dev/null | grep other_grid; household-list --problem other-grid --by person --keys | grep -o '"person":[^,]*'
{"type":"problem","v":1,"code":"person.other_grid","message":"1 people live in another grid than their households"}
"person":"3"

# A known person who comes under another name is renamed, which is told; a stay in another role goes on.
$ echo '{"name":"张三丰","id_no":"330782199001021234","residence":"registered"}' | household-move in --community 330782002005 --household 0009 --quiet | grep -o '"name.*'; household-import --batches | tail -1 | grep -o '"kind":"move"'
"name":"张三丰","former_name":"张三","sex":"1","birth":"1990","phone":"138****0001","community":"330782002005","household_no":"0009","residence":"registered","since":"2026-11-20","outcome":"changed"}
"kind":"move"
! household-move: -:1: warning: the register has another name under this number [person.renamed]
! household-move: -:1: warning: 1 stays of the person in another role go on; where they are over, too, end them with out [move.other_role]

# A day is taken as an import takes it, in options and in records; a month, or one that may be two days, is not.
$ echo '{"name":"周十","id_no":"330782199205070038"}' | household-move in --community 330782002005 --household 0010 --date 20261101 --quiet | grep -o '"since[^,]*'; for date in 2026.11.2 2026年11月3日 ２０２６/１１/４ 2026-11 11/12/2026 2026-11-31 20261231; do echo "{\"name\":\"周十\",\"community\":\"330782002005\",\"household_no\":\"0010\",\"date\":\"$date\"}" | household-move out --dry-run --quiet | grep -o '"until[^,]*'; done
"since":"2026-11-01"
"until":"2026-11-02"
"until":"2026-11-03"
"until":"2026-11-04"
! household-move: -:1: 2026-11 tells no day [date.day_missing]
! household-move: -:1: this is not a date; write it as 1990-01-02, or 1990-01 where the day is not known [date.format]
! household-move: -:1: there is no such day [date.impossible]
! household-move: -:1: 2026-12-31 is still to come [move.date_future]
? 1

$ household-move out --person 5 --date 2026-11
! household-move: 2026-11 tells no day [date.day_missing]
? 2

# A birth brings somebody new; who comes must come somewhere; --to-household is where a newcomer comes to.
$ echo '{}' | household-move birth --person 1; household-move in --person 1; echo '{"name":"吴七","id_no":"330782199305070019"}' | household-move in --community 330782002005 --to-household 0031 --quiet | grep -o '"household_no[^,]*'; echo '{"name":"吴七","id_no":"330782199305070019","community":"330782002005","household_no":"0031"}' | household-move in --to-household 0032 --quiet | grep -o '"household_no[^,]*'
"household_no":"0031"
"household_no":"0032"
! household-move: a birth brings somebody new; name nobody [move.known]
! read=1 added=0 changed=0 same=0 rejected=1
! household-move: where the person comes to is missing [field.required]
! read=1 added=0 changed=0 same=0 rejected=1

# No number of a person stands in a reason.
$ household-move out --person 1 --reason '见 330782199001021234' ; household-import --undo 1 --reason '13900001111 来电' --dry-run
! household-move: a reason is shown to all: no number of a person may stand in it [reason.personal]
! read=1 added=0 changed=0 same=0 rejected=1
! household-import: a reason is shown to all: no number of a person may stand in it [reason.personal]
? 2

# A worker moves nobody of another grid: not by number, not with a whole household; a dry run tells nothing of them.
$ grid-add --quiet staff --login w9 --name 网格员 --role worker --area 330782002005002 > added.jsonl; printf '户号,与户主关系,姓名,公民身份号码,所属社区,所属网格\n0071,户主,冯一,330782199207010039,330782002005,330782002005001\n0072,户主,陈二,330782199207010055,330782002005,330782002005002\n' > two.csv; household-import --quiet two.csv | grep -o '"added":.'
"added":2
$ export GRID_AS=w9; for action in death out head; do echo '{"id_no":"330782199207010039"}' | household-move $action --dry-run; done; household-move merge --community 330782002005 --household 0071 --to-household 0072; echo '{"id_no":"330782199207010039","name":"冯一"}' | household-move in --dry-run --community 330782002005 --household 0072; printf '{"type":"household","community":"330782002005","no":"0071","area":"330782002005002"}\n{"community":"330782002005","household_no":"0071","name":"某","area":"330782002005002"}\n' | household-import --quiet | grep -o '"added.*rejected":.'; unset GRID_AS
"added":0,"changed":0,"same":0,"rejected":2
! household-move: -:1: this lies outside of the areas for which who acts is responsible [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
! household-move: -:1: this lies outside of the areas for which who acts is responsible [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
! household-move: -:1: this lies outside of the areas for which who acts is responsible [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
! household-move: this lies outside of the areas for which who acts is responsible [actor.not_permitted]
! read=1 added=0 changed=0 same=0 rejected=1
! read=1 added=0 changed=1 same=0 rejected=0
! household-import: -:1: this lies outside of the areas for which who acts is responsible [actor.not_permitted]
! household-import: -:2: this lies outside of the areas for which who acts is responsible [actor.not_permitted]

