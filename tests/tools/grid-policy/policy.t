# The built-in rules; what show prints is what apply takes.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ grid-policy show | sed -n 1,12p
[office]
utc_offset = "+08:00"
levels = ["city", "district", "street", "community", "grid", "microgrid"]
\
[calendar]
weekdays = [1, 2, 3, 4, 5]
hours = ["08:30-12:00", "13:30-17:30"]
covered_until = "2026-12-31"
days = [
  "2015-01-01,holiday,元旦,2014-12-16",
  "2015-01-02,holiday,元旦,2014-12-16",
  "2015-01-03,holiday,元旦,2014-12-16",

$ grid-policy show > policy.toml; grid-policy apply policy.toml
{"type":"policy","v":1,"version":1,"since":"2026-11-20T10:00:00+08:00","applied_at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","outcome":"same"}

# A changed rule is a new version.
$ sed -i 's/^max_returns = .*/max_returns = 3/' policy.toml

$ grid-policy diff policy.toml
{"type":"difference","v":1,"path":"rules.max_returns","before":"2","after":"3"}

$ grid-policy apply policy.toml
{"type":"policy","v":1,"version":2,"since":"2026-11-20T10:00:00+08:00","applied_at":"2026-11-20T10:00:00+08:00","actor":"chen","login":"SYSTEM","outcome":"added"}

$ grid-policy versions --format csv | cut -d, -f1-4
version,since,applied_at,actor
1,2026-11-20T10:00:00+08:00,2026-11-20T10:00:00+08:00,chen
2,2026-11-20T10:00:00+08:00,2026-11-20T10:00:00+08:00,chen

# Wrong rules: every fault with its line, and nothing is applied.
$ cat > wrong.toml <<'POLICY'
> [office]
> utc_offset = "+08:00"
> levels = ["street", "community", "grid"]
> [calendar]
> weekdays = [1, 2, 3, 4, 5]
> hours = ["08:30-12:00"]
> [[limit]]
> category = "04"
> handle = "0.5wd"
> [[route]]
> category = "04"
> laed = "CG"
> POLICY

$ grid-policy apply wrong.toml
! grid-policy: wrong.toml:9: 0.5wd is not a limit; write a whole number and a unit, like 4wh or 5wd [limit.format]
! grid-policy: wrong.toml:10: lead is missing [policy.missing]
! grid-policy: wrong.toml:12: unknown key laed; did you mean lead? [policy.unknown_key]
? 78

$ grid-policy shwo
! grid-policy: name an action: apply, show, diff or versions; did you mean show? [usage.operand]
? 2

# A policy that could never hold is refused; the one that holds is told as the same.
$ grid-policy show > held.toml; grid-policy apply held.toml --since 2020-01-01
! grid-policy: version 1 holds already and began later [policy.since]
? 2

$ grid-policy apply held.toml | grep -o '"outcome":"[a-z]*"'
"outcome":"same"
