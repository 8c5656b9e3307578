"""case-list over many cases, beside the best hand-written SQL that prints the same columns."""

from rig import NOW_SECONDS, STREET

# Nine in ten have ended; of the others a tenth is late. Only what lists look at is made to differ:
# nothing here reads the events.
VARY = """PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; BEGIN;
UPDATE case_file SET state = 'closed', closed_at = reported_at + 259200,
  ended_at = reported_at + 259200, stage = NULL, due = NULL, ladder_at = NULL, late = 0
WHERE id <= {ended};
UPDATE case_file SET
  state = CASE id % 4 WHEN 0 THEN 'reported' WHEN 1 THEN 'accepted' WHEN 2 THEN 'dispatched'
          ELSE 'handling' END,
  due = {now} + (id * 7919 % 100000 - 10000) * 60,
  case_due = {now} + (id * 7919 % 100000) * 60 + 864000
WHERE id > {ended};
COMMIT;"""

COLUMNS = """no, state, title, text, category,
  (SELECT code FROM area WHERE area.id = c.area) AS area, level,
  (SELECT code FROM area WHERE area.id = c.owner_area) AS owner_area, urgency, channel, address,
  source, source_ref, reported_at, closed_at, stage, due, case_due, provisional, paused,
  due < {now} AS overdue, supervise, returns, extensions, reworks, reopens, receipt"""

OPEN = ("state IN ('reported', 'accepted', 'dispatched', 'handling', 'suspended', 'resolved',"
        " 'verified')")
AREA = f"{STREET}001001"
COMMUNITY = f"{STREET}001"

# What is asked, our options, their FROM and WHERE.
QUESTIONS = [
    ("area, open", ["--area", AREA],
     f"case_file AS c WHERE area = (SELECT id FROM area WHERE code = '{AREA}') AND {OPEN}"),
    ("area, all", ["--area", AREA, "--all"],
     f"case_file AS c WHERE area = (SELECT id FROM area WHERE code = '{AREA}')"),
    ("community, open", ["--under", COMMUNITY],
     f"case_file AS c WHERE area IN (SELECT id FROM area WHERE code GLOB '{COMMUNITY}*') AND {OPEN}"),
    ("state", ["--state", "reported"], "case_file AS c WHERE state = 'reported'"),
    ("late", ["--overdue"],
     "case_file AS c WHERE ended_at IS NULL AND paused = 0 AND id IN (SELECT id FROM case_file WHERE"
     " due < {now} UNION SELECT id FROM case_file WHERE case_due < {now} AND ended_at IS NULL)"),
    ("text, two characters, open", ["--text", "噪声"],
     f"case_text AS t JOIN case_file AS c ON c.id = t.rowid WHERE case_text MATCH '噪声' AND {OPEN}"
     " AND (instr(title, '噪声') OR instr(text, '噪声'))"),
    ("text, one character, open", ["--text", "漏"],
     f"case_text AS t JOIN case_file AS c ON c.id = t.rowid WHERE case_text MATCH '漏*' AND {OPEN}"
     " AND (instr(title, '漏') OR instr(text, '漏'))"),
    ("text, a rare word, all", ["--text", "第77号", "--all"],
     "case_text AS t JOIN case_file AS c ON c.id = t.rowid"
     " WHERE case_text MATCH '第7 AND 77 AND 7号'"
     " AND (instr(title, '第77号') OR instr(text, '第77号'))"),
    ("all open", [], f"case_file AS c WHERE {OPEN}"),
]


def lists(rig):
    """Lists by area, state, end and text."""
    many = rig.options.many
    db = rig.office("lists.db")
    day = many // 280 + 1  # cases a day: the file covers ten months of 28 days

    def reported(n):
        seconds = n % day * 86400 // day
        date = f"2026-{n // day // 28 + 1:02}-{n // day % 28 + 1:02}"
        return f"{date}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}+08:00"

    rig.tool("case-report", str(rig.lines("many.jsonl", rig.cases(many, reported=reported))), db=db)
    rig.sqlite(db, VARY.format(ended=many * 9 // 10, now=NOW_SECONDS))
    for what, arguments, source in QUESTIONS:
        hand = f"SELECT {COLUMNS} FROM {source} ORDER BY id".format(now=NOW_SECONDS)
        rows = rig.ask(db, f"SELECT count(*) FROM ({hand})".format(now=NOW_SECONDS))
        found = rig.folder / "found.jsonl"
        with found.open("wb") as out:
            rig.tool("case-list", *arguments, db=db, stdout=out)
        with found.open("rb") as lines:
            assert sum(1 for _ in lines) == int(rows), f"{what}: {rows} expected"
        rig.compare(f"case-list by {what} ({rows} of {many})",
                    lambda: rig.tool("case-list", *arguments, db=db),
                    lambda: rig.sqlite(db, ".mode json", hand), bound=1.5)
    db.unlink()
