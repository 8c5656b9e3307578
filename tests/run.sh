#!/usr/bin/env bash
# All the tests, on a Debian 12 that may have nothing but its base system: installs what is
# missing, builds the release and runs every test, then builds the layers with the sanitizers and
# runs their tests and the fuzzers' corpora.
#
#   tests/run.sh [--no-install] [--release-only]
#
#   --no-install     do not look for missing Debian packages
#   --release-only   without the sanitizers
#
# Works from any folder. JOBS sets how many tests run at once (default 2). Exit 0: all passed.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
install=yes
sanitizers=yes
for option in "$@"; do
  case $option in
    --no-install) install=no ;;
    --release-only) sanitizers=no ;;
    --help) sed -n '2,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) sed -n '2,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
done

# shellcheck source=cmake/install-packages.sh
. "$root/cmake/install-packages.sh"

export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
unset GRID_DB GRID_FORMAT GRID_LANG GRID_AS GRID_NOW GRID_ERRORS

[ "$install" = no ] || install_packages "$root"
cd "$root"

cmake --preset release
cmake --build --preset release
ctest --preset release --parallel "${JOBS:-2}"

if [ "$sanitizers" = yes ]; then
  cmake --preset asan
  cmake --build --preset asan --target layer_tests
  ctest --preset asan --parallel "${JOBS:-2}" \
    --tests-regex '^(base|text|domain|sql|codec|store|fuzz_[a-z]+)$'
fi
