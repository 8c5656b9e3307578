# One record a problem, status 1 where there is any.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ grid-check
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

$ grid-add --quiet staff --login head3 --name 周九 --role head --area 330782002005002 > added.jsonl

$ grid-check --format table --lang zh
! grid-check: 提示：社区 330782002005 有 2 个网格，通常为 5 至 10 个 [area.grid_count]

# A file that is not ours is told as everywhere.
$ printf 'no,title\n1,x\n' > other.db; chmod 600 other.db; grid-check --db other.db
! grid-check: other.db is not a database of grid [db.foreign]
? 65
