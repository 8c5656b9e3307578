# Completion for all tools of grid: options come from the tool's own --help, so that they are
# never out of step; after an option that takes a FILE, and for operands, files are offered.
_grid() {
  local tool=$1 current=$2 previous=$3
  COMPREPLY=()
  case $previous in
    --format) mapfile -t COMPREPLY < <(compgen -W 'jsonl csv table' -- "$current"); return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'zh en' -- "$current"); return ;;
  esac
  if [[ $current == -* ]]; then
    local options
    options=$("$tool" --help --lang en 2>/dev/null | grep -oE '^  (-., )?--[a-z-]+' | grep -oE -- '--[a-z-]+')
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  fi
}
