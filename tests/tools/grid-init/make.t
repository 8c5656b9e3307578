# A new office: whoever makes it is its administrator.
$ grid-init
{"type":"office","v":1,"file":"grid.db","version":3,"outcome":"added","admin":"chen"}

$ stat -c %a grid.db
600

# An existing file is never overwritten.
$ grid-init
! grid-init: grid.db is there already; choose another name; an existing file is never overwritten [db.exists]
? 73

# Nothing to bring up to date.
$ grid-init --upgrade
{"type":"office","v":1,"file":"grid.db","version":3,"outcome":"same"}

# The folders above it are made, and are private.
$ grid-init --db data/office/grid.db --as li --lang zh --format table
文件                 版本  管理员  备份
data/office/grid.db  3     li

$ stat -c %a data data/office
700
700

# With rules of its own, which must hold together.
$ cat > wrong.toml <<'POLICY'
> [office]
> name = "江东街道"
> levles = ["street", "community"]
> POLICY

$ grid-init --db other.db --policy wrong.toml
! grid-init: wrong.toml:1: the office has no calendar [calendar.empty]
! grid-init: wrong.toml:3: unknown key levles; did you mean levels? [policy.unknown_key]
? 78

$ test -e other.db || echo not made
not made

# Looks, but makes nothing.
$ grid-init --db other.db --dry-run
{"type":"office","v":1,"file":"other.db","version":3,"outcome":"added","admin":"chen"}

$ test -e other.db || echo not made
not made
