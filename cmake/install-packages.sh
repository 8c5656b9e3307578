# Sourced by bash scripts: install_packages ROOT [SAY]
#
# Installs what is missing of ROOT/cmake/debian-packages.txt, as root or with sudo; fails with a
# message where it may not. SAY is called with the English and the Chinese sentence that tells
# what will be installed (default: the English one is printed).
# shellcheck shell=bash

missing_packages() {
  local name
  while read -r name; do
    case $name in '' | '#'*) continue ;; esac
    # shellcheck disable=SC2016  # the dollar belongs to dpkg-query
    dpkg-query -W -f='${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed ||
      printf '%s\n' "$name"
  done <"$1/cmake/debian-packages.txt"
}

say_english() {
  printf '%s\n' "$1"
}

install_packages() {
  local missing become=() say=${2:-say_english}
  mapfile -t missing < <(missing_packages "$1")
  [ ${#missing[@]} -gt 0 ] || return 0
  "$say" "Installing what is missing: ${missing[*]}" "安装缺少的软件包：${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      printf 'needs root (or sudo) to install: %s\n' "${missing[*]}" >&2
      return 1
    fi
    become=(sudo)
  fi
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends install "${missing[@]}"
}
