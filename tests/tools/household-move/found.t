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
