# A case with everything that happened to it.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; case-report --quiet cases.jsonl > filed.jsonl

$ case-act --quiet accept 330782002-20261120-0001 > accepted.jsonl

$ case-show 330782002-20261120-0001

$ case-show 330782002-20261120-0001 --format table --lang zh

# How each deadline came about, span by span.
$ case-show 330782002-20261120-0001 --explain --format table

$ case-list --category 03 | case-show | wc -l

$ case-show 330782002-20261120-0009
