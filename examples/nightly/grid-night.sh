#!/bin/sh
# The night job of an office: what is late rises, the figures of the month up to yesterday are
# written, the file is copied and checked, and the head of the chain of events is kept. Run by
# grid-night.timer or by the line in grid-night.cron, as user grid.
#
#   grid-night.sh [--quiet]
#
# GRID_DB         the database (default /var/lib/grid/grid.db)
# GRID_NIGHT_DIR  where figures and backups go (default: the database's folder)
# GRID_KEEP_DAYS  daily backups to keep (default 14); the first of each month is kept 12 months
# GRID_ANCHORS    where the heads of the chain are kept, a line a night (default: beside the
#                 backups). They vouch for the database only where who can write it cannot write
#                 them: another machine's share, or a copy mailed to the auditor
#
# Every step is tried, also after one that failed. Exit 0: all went well; 1: some step failed, named
# on standard error; 75: the job of another night is still running.
set -u
umask 077

GRID_DB=${GRID_DB:-/var/lib/grid/grid.db}
export GRID_DB
folder=${GRID_NIGHT_DIR:-$(dirname "$GRID_DB")}
keep_days=${GRID_KEEP_DAYS:-14}
keep_months=12
anchors=${GRID_ANCHORS:-$folder/backup/anchors.jsonl}
quiet=no
case "$#:${1-}" in
  0:) ;;
  1:--quiet) quiet=yes ;;
  *) printf 'usage: grid-night.sh [--quiet]\n' >&2; exit 2 ;;
esac
stamp=$(date +%Y%m%d-%H%M%S)
failures=

tell() { [ "$quiet" = yes ] || printf 'grid-night: %s\n' "$1"; }

failed() {
  failures="$failures $1"
  printf 'grid-night: %s FAILED with status %s\n' "$1" "$2" >&2
}

# into NAME FILE COMMAND...: runs the command into FILE; what a command that failed had written
# stays in FILE.failed, since it may tell of steps that are committed.
into() {
  name=$1 file=$2
  shift 2
  status=0
  "$@" >"$file.part" || status=$?
  if [ "$status" -eq 0 ] && sync "$file.part" && mv "$file.part" "$file"; then
    tell "$name: $(wc -l <"$file") lines in $file"
  else
    mv "$file.part" "$file.failed"
    failed "$name" "$status"
  fi
}

# Keeps the newest of the files that `ls` sorts by name, which is by date; removes the rest.
keep_newest() {  # keep_newest COUNT FILE...
  count=$1
  shift
  while [ $# -gt "$count" ]; do
    [ ! -e "$1" ] || rm -- "$1" || failed rotation $?
    shift
  done
}

back_up() {
  daily=$folder/backup/daily-$stamp.db
  status=0
  grid-backup --quiet "$daily" >/dev/null || status=$?
  if [ "$status" -ne 0 ]; then
    failed backup "$status"
    return  # nothing old is removed on a night without a new copy
  fi
  tell "backup: $daily"
  month=$folder/backup/monthly-$(date +%Y%m).db
  [ -e "$month" ] || ln "$daily" "$month" || failed monthly-backup $?
  keep_newest "$keep_days" "$folder"/backup/daily-*.db
  keep_newest "$keep_months" "$folder"/backup/monthly-*.db
}

# Vacant posts are told every night, but only what is wrong with the file fails the job.
check() {
  status=0
  problems=$(grid-check --format jsonl) || status=$?
  if [ "$status" -eq 1 ] && ! printf '%s\n' "$problems" |
    grep -qvE '"code":"(post\.vacant|area\.no_grids)"'; then
    tell "check: $(printf '%s\n' "$problems" | wc -l) vacancies"
    printf '%s\n' "$problems" >"$folder/figures/vacancies-$stamp.jsonl"
  elif [ "$status" -ne 0 ]; then
    printf '%s\n' "$problems" >&2
    failed check "$status"
  else
    tell 'check: no problem'
  fi
}

# Tonight's head of the chain, if all that were kept before still stand in it.
anchor() {
  status=0
  if [ -s "$anchors" ]; then
    head=$(grid-check --anchor --against "$anchors" --format jsonl) || status=$?
  else
    head=$(grid-check --anchor --format jsonl) || status=$?
  fi
  if [ "$status" -eq 0 ]; then
    printf '%s\n' "$head" >>"$anchors" && sync "$anchors" || status=$?
  else
    printf '%s\n' "$head" >&2
  fi
  if [ "$status" -ne 0 ]; then
    failed anchor "$status"
  else
    tell "anchor: $anchors"
  fi
}

mkdir -p "$folder/figures" "$folder/backup" || exit 73
exec 9>"$folder/night.lock" || exit 73
if ! flock -n 9; then
  printf 'grid-night: the job of another night is still running\n' >&2
  exit 75
fi

into escalation "$folder/figures/risen-$stamp.jsonl" case-escalate --overdue --quiet --format jsonl
into figures "$folder/figures/areas-$stamp.csv" grid-stats --by area --month "$(date -d yesterday +%Y-%m)" --format csv
back_up
check
anchor

if [ -n "$failures" ]; then
  printf 'grid-night: failed:%s\n' "$failures" >&2
  exit 1
fi
tell 'all done'
