# A case from acceptance to the resident's answer, each step by who may take it.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; case-report --quiet cases.jsonl > filed.jsonl; head -n 1 filed.jsonl > case.jsonl

$ case-act accept --as clerk < case.jsonl

$ case-act dispatch --org CG --as clerk < case.jsonl

$ case-act sign --as cg1 --now 2026-11-20T11:00:00+08:00 --format table --lang zh < case.jsonl

$ case-act resolve --text 积水已排除 --as cg1 --now 2026-11-20T15:00:00+08:00 --quiet < case.jsonl | wc -l

# Never the handler verifies.
$ case-act verify --as cg1 --now 2026-11-20T16:00:00+08:00 < case.jsonl

$ case-act verify --now 2026-11-20T16:00:00+08:00 --quiet < case.jsonl | wc -l

$ case-act close --now 2026-11-20T16:30:00+08:00 < case.jsonl

# A step that is not open is refused, and those that are open are named.
$ case-act sign --now 2026-11-20T17:00:00+08:00 < case.jsonl

$ case-act accept 330782002-20261120-0009

$ case-act acept

# In a pipe: all that is new.
$ case-list --state reported | case-act accept --format table

$ case-list --state accepted | case-act note --text 查 | wc -l
