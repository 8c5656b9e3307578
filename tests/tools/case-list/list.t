# Cases in the order of filing; open ones unless told otherwise.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; GRID_NOW=2026-11-12T09:00:00+08:00 case-report --quiet cases.jsonl > filed.jsonl

$ case-list

$ case-list --format table

$ case-list --format table --lang zh --under 330782002005001

$ case-list --category 03 --format csv

$ case-list --text 积水 --overdue | wc -l

$ case-list --state closed --exit-status

$ case-list --no 330782002-20261112-0002 --format table

# Refusals.
$ case-list --state open

$ case-list --under 999

$ case-list --open --all
