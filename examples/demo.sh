#!/usr/bin/env bash
# A tour of the toolkit: builds it, sets up an invented street office and leads it through six
# weeks of work. Every command is shown before it runs and its exit status is checked.
#
#   examples/demo.sh [--no-install] [--build-dir DIR] [--work DIR]
#
#   --no-install     do not look for missing Debian packages
#   --build-dir DIR  use the tools in DIR/bin as they are, instead of building a release
#   --work DIR       where the office lives (default examples/jiangdong/work); made afresh, and
#                    never a folder that holds anything but an earlier tour
#
# GRID_LANG=zh or en chooses the language, then the locale's name. Exit 0: all went as expected.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
office=$here/jiangdong
work=$office/work
install=yes
build_dir=

usage() {
  sed -n '2,13s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
}

while [ $# -gt 0 ]; do
  case $1 in
    --no-install) install=no ;;
    --build-dir) build_dir=$(cd "${2:?--build-dir needs a folder}" && pwd); shift ;;
    --work) work=$(mkdir -p "${2:?--work needs a folder}" && cd "$2" && pwd); shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

# The language is the locale's; everything else runs in UTF-8, which a bare system always has.
locale_name=${GRID_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}}
case $locale_name in zh*) export GRID_LANG=zh ;; *) export GRID_LANG=en ;; esac
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1

# --- telling -------------------------------------------------------------------------------

say() {  # say ENGLISH CHINESE
  if [ "$GRID_LANG" = zh ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}

tell() {  # tell ENGLISH CHINESE: a sentence of the tour, apart from what was printed before
  printf '\n'
  say "$@"
}

chapter_number=0
chapter() {  # chapter ENGLISH CHINESE
  chapter_number=$((chapter_number + 1))
  printf '\n== %d. ' "$chapter_number"
  say "$1" "$2"
}

die() {
  printf 'demo: %s\n' "$1" >&2
  exit 1
}

# run STATUS COMMAND: shows the command, runs it here, and insists on its exit status.
run() {
  local expected=$1 command=$2 status=0
  printf '\n$ %s\n' "$command"
  eval "$command" || status=$?
  [ "$status" -eq "$expected" ] || die "exit status $status, expected $expected: $command"
}

# --- what is needed ------------------------------------------------------------------------

# shellcheck source=cmake/install-packages.sh
. "$root/cmake/install-packages.sh"

build() {
  say "Building the release …" "正在编译……"
  cmake -S "$root" --preset release >/dev/null
  cmake --build "$root/build/release"
  build_dir=$root/build/release
}

# --- the tour ------------------------------------------------------------------------------

# The office opens on the first day after the October holidays; the tour ends on a Friday evening in
# November. Both are fixed, so that every tour prints the same.
opening='2026-10-08T08:00:00+08:00'
today='2026-11-20T18:00:00+08:00'

make_material() {
  chapter "The material: all of it invented by seeded generators" "素材：由带种子的生成器虚构"
  run 0 'make_office.py --out .'
  run 0 'make_register.py --areas area.jsonl --people 8400 --out register.csv --truth truth.jsonl'
  run 0 'make_cases.py --areas area.jsonl --cases 320 > cases.jsonl'
}

found_office() {
  chapter "The office: areas, organisations, posts and rules" "建立街道：区域、单位、岗位与规则"
  export GRID_NOW=$opening
  run 0 'grid-init'
  run 0 'grid-add area.jsonl org.jsonl staff.jsonl > added.jsonl'
  run 0 "grid-policy apply '$office/policy.toml'"
  tell "A second time, nothing changes:" "再来一次，什么都不变："
  run 0 'grid-add area.jsonl org.jsonl staff.jsonl > added.jsonl'
  run 0 'grid-list area --tree --format table | sed -n 1,20p'
}

import_register() {
  chapter "The register: 8,400 people in a GB18030 spreadsheet that twelve people have edited" \
    "人口登记表：GB18030 编码，8400 人，经多人之手"
  export GRID_NOW=$today
  run 0 'iconv -f GB18030 -t UTF-8 register.csv | sed -n 1,4p'
  tell "Rows that cannot be trusted are refused (status 3), the rest is in." \
    "不可信的行被拒收（状态 3），其余已入库。"
  run 3 'household-import register.csv --rejects refused.csv 2> messages.txt'
  run 0 'tail -n 1 messages.txt'
  tell "Why, by code (warnings too):" "原因（按代码，含提示）："
  run 0 "sed -n 's/.*\\[\\([a-z_.]*\\)\\]\$/\\1/p' messages.txt | sort | uniq -c | sort -rn"
  tell "Three of them:" "举三例："
  run 0 "grep -E -m 3 'id\\.(scientific|checksum|truncated)\\]' messages.txt"
  tell "The same file again changes nothing:" "同一文件再导一次，什么都不变："
  run 3 'household-import register.csv 2> messages.txt'
  run 0 'tail -n 1 messages.txt'
  tell "The registrar looks into the paper form, mends one row and imports the mended file:" \
    "登记员查对纸质表，改好一行，再导入："
  run 0 'mend.py --rejects refused.csv --truth truth.jsonl --rows 1 --out mended.csv'
  run 0 'household-import mended.csv'
  run 0 'household-list --by household --format jsonl | wc -l'
  run 0 'household-list --by person --format jsonl | wc -l'
  tell "Numbers and phones are masked unless a purpose is given:" "证件号与电话默认遮蔽："
  run 0 'household-list --by person --format table | sed -n 1,6p'
}

visit_homes() {
  chapter "Home visits: no household missed" "走访：走街不漏户"
  local worker grid
  grid=$(household-list --format jsonl | sed -n 's/.*"area":"\([^"]*\)".*/\1/p' | sed -n 1p)
  worker=$(grid-list staff --format jsonl | grep '"role":"worker"' |
    sed -n "s/.*\"login\":\"\([^\"]*\)\".*\"area\":\"$grid\".*/\1/p" | sed -n 1p)
  tell "A grid worker enters in the evening whom she visited in the morning:" \
    "网格员晚上补录上午走访的住户："
  run 0 "household-list --area $grid --format jsonl | sed -n 1,25p |
  visit-log --as $worker --at 2026-11-20T09:30 --result 正常 --format jsonl | tail -n 1"
  run 0 "visit-log --as $worker --area $grid --result 消防通道畅通 --format jsonl"
  tell "Whom nobody has visited in 90 days, grid by grid (status 1):" \
    "各网格 90 日内无人走访的住户（状态 1）："
  run 1 'grid-check --visits --format table | sed -n 1,6p'
  run 0 "grid-stats --by staff --under $grid --format jsonl | sed 's/,\"from\".*\"households\"/ … \"households\"/'"
}

file_cases() {
  chapter "Six weeks of cases" "六周的案件"
  run 3 'case-report cases.jsonl --rejects bad-cases.jsonl > filed.jsonl 2> messages.txt'
  run 0 'tail -n 1 messages.txt'
  tell "What was refused, and why:" "被拒收的及原因："
  run 0 'sed "s/\"input\":.*/…/" bad-cases.jsonl'
}

# each ACTION STATE: all who have something to do take ACTION on the cases in STATE.
each() {
  local action=$1 state=$2 login count=0
  printf '\n$ case-list --all --state %s --format jsonl | lives.py %s --login LOGIN' \
    "$state" "$action"
  printf ' | case-act %s --as LOGIN\n' "$action"
  case-list --all --state "$state" --format jsonl >state.jsonl
  for login in $(lives.py "$action" --who <state.jsonl); do
    case-list --all --state "$state" --format jsonl | lives.py "$action" --login "$login" |
      case-act "$action" --as "$login" --quiet --format jsonl >>steps.jsonl ||
      die "case-act $action by $login"
    count=$((count + 1))
  done
  say "  $action: by $count people, $(wc -l <steps.jsonl) steps so far" \
    "  $action：$count 人办理，累计 $(wc -l <steps.jsonl) 步"
}

live() {
  chapter "Their lives: each step by the right person, in pipes" "办理过程：各司其职，管道相连"
  : >steps.jsonl
  each reject reported
  each accept reported
  printf '\n$ … | lives.py escalate --login LOGIN | case-escalate --as LOGIN\n'
  escalate_by_hand
  each handle accepted
  each dispatch accepted
  each return dispatched
  each dispatch accepted
  each sign dispatched
  each note handling
  each resolve handling
  each rework resolved
  each resolve handling
  each rework resolved
  each resolve handling
  each verify resolved
  each close verified
  each rate closed
}

# What a community cannot settle goes up to the street.
escalate_by_hand() {
  local login
  case-list --all --state accepted --format jsonl >state.jsonl
  for login in $(lives.py escalate --who <state.jsonl); do
    lives.py escalate --login "$login" <state.jsonl |
      case-escalate --as "$login" --quiet --format jsonl >>steps.jsonl ||
      die "case-escalate by $login"
  done
}

escalate_late() {
  chapter "The night: what is late rises by itself, once" "夜间：超期自动升级，只升一次"
  run 0 "case-list --overdue --format table | sed -n 1,12p"
  run 0 'case-escalate --overdue --format jsonl > risen.jsonl'
  run 0 'wc -l < risen.jsonl'
  tell "A second run finds nothing left to do:" "再运行一次，无事可做："
  run 0 'case-escalate --overdue --format jsonl | wc -l'
  local number
  number=$(sed -n '1s/.*"case":"\([^"]*\)".*/\1/p' risen.jsonl)
  run 0 "case-show $number --format table"
  run 0 "case-show $number --explain --format table | sed -n 1,14p"
  tell "What its reporter may see, by the receipt:" "上报人凭查询码能看到的："
  local receipt
  receipt=$(case-list --no "$number" --format jsonl | sed -n 's/.*"receipt":"\([^"]*\)".*/\1/p')
  run 0 "case-track $receipt --format table"
}

report() {
  chapter "The figures, the lists, the file" "统计、清单与文件"
  run 0 'grid-stats --by area --level community --month 2026-11 --format table | sed -n 1,16p'
  run 0 'list-export cases --columns no,title,category,area,state,due --format csv > cases.csv'
  run 0 'sed -n 1,4p cases.csv'
  run 0 'list-export households --columns community,no,address,members --format csv > homes.csv'
  run 0 'sed -n 1,4p homes.csv'
  run 0 'grid-check'
  run 0 'grid-check --anchor > anchor.jsonl'
  run 0 'grid-check --against anchor.jsonl'
  run 0 'grid-backup backup.db'
  run 0 'ls -l backup.db'
}

# Only what a tour left behind is removed: the marker is written before anything else.
clear_work() {
  mkdir -p "$work"
  if [ -n "$(ls -A "$work")" ] && [ ! -e "$work/.grid-demo" ]; then
    die "$work holds something else than an earlier tour"
  fi
  rm -rf "$work"
  mkdir -p "$work"
  : >"$work/.grid-demo"
}

main() {
  [ "$install" = no ] || install_packages "$root" say
  [ -n "$build_dir" ] || build
  clear_work
  cd "$work"
  export PATH="$build_dir/bin:$office:$PATH"
  export GRID_DB="$work/jiangdong.db"
  SECONDS=0
  make_material
  found_office
  import_register
  visit_homes
  file_cases
  live
  escalate_late
  report
  tell "Done in $SECONDS seconds; the office is in $work" "完成，用时 $SECONDS 秒；数据在 $work"
}

main
