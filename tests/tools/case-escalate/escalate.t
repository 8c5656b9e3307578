# By hand, to the level above.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; GRID_NOW=2026-11-12T09:00:00+08:00 case-report --quiet cases.jsonl > filed.jsonl

$ case-act accept 330782002-20261112-0001 --quiet > accepted.jsonl

$ case-escalate 330782002-20261112-0001 --reason 权属不清

# The ladder for all that is late: what the night would do, what it does, and nothing more.
$ case-escalate --overdue --dry-run --format table --lang zh

$ case-escalate --overdue

$ case-escalate --overdue

$ case-list --overdue | grep -o '"no":"[^"]*"\|"supervise":[0-9]'
