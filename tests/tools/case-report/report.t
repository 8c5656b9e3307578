# Cases as JSON lines; what carries source and source_ref is filed once.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ case-report cases.jsonl

$ case-report cases.jsonl | cut -d '"' -f 8,10,12-20 | head -n 1

# One case by options, and as a table.
$ case-report --title 路灯不亮 --category 0502 --area 330782002005002 --format table --lang zh

# An emergency is held by the street at once; it happened earlier than it was recorded.
$ case-report --title 燃气泄漏 --category 03 --area 330782002005001 --urgency emergency --at 2026-11-20T09:40:00+08:00

# What cannot be filed is refused; the rest is.
$ case-report --rejects refused.jsonl <<'LINES'
> {"category":"0401","area":"330782002005001"}
> {"title":"无此类别","category":"9999","area":"330782002005001"}
> {"title":"无此网格","category":"0401","area":"330782002005099"}
> {"titel":"字段有误","category":"0401","area":"330782002005001"}
> {"title":"尚未发生","category":"0401","area":"330782002005001","reported_at":"2026-11-21T09:00:00+08:00"}
> {"title":"占道经营","category":"0404","area":"330782002005001"}
> LINES

$ cut -c -90 refused.jsonl

# Only who holds a post may file.
$ case-report --title 路灯不亮 --category 0502 --area 330782002005002 --as nobody

# Names of residents never come as arguments.
$ case-report --reporter-name 张三 --title x --category 0401 --area 330782002005001

$ echo '{"title":"噪声","category":"07","area":"330782002005001","reporter_name":"张三","reporter_phone":"13800000001"}' | case-report
