"""Filing cases: many at once, and one more in a large file."""

import csv
import re
import shutil
import subprocess

SEPARATORS = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")


def grams(text):
    """The grams of a text, as grid/domain/text_grams.h describes them."""
    found = []
    for each in SEPARATORS.split(text.lower()):
        found += [each[n:n + 2] for n in range(len(each))]
    return found


def plain_tables(rig, db, cases):
    """Writes the finished rows of `db` as CSV, and plain.sql: tables without constraints of type,
    with the same indexes and the same FTS5 table."""
    blobs = {"case_file": (), "event": ("personal", "hash")}
    schema = rig.ask(db, "select sql || ';' from sqlite_schema where sql is not null and "
                         "(tbl_name in ('case_file', 'event') and type in ('table', 'index') "
                         "or name = 'case_text')")
    (rig.folder / "plain.sql").write_text(schema.replace(" STRICT", "").replace(" BLOB", " TEXT"))
    for table, binary in blobs.items():
        names = rig.ask(db, f"select name from pragma_table_info('{table}')").split()
        columns = ", ".join(f"hex({n}) as {n}" if n in binary else n for n in names)
        with (rig.folder / f"{table}.csv").open("wb") as out:
            subprocess.run(["sqlite3", "-csv", str(db), f"select {columns} from {table}"],
                           stdout=out, check=True)
    with (rig.folder / "case_text.csv").open("w", encoding="utf-8") as out:
        rows = csv.writer(out)
        for case in cases:
            rows.writerow([" ".join(grams(case["title"]) + grams(case["text"]))])


def filing(rig):
    """100,000 cases, text index and all, beside .import of the finished rows."""
    count = rig.options.cases
    lines = rig.lines("cases.jsonl", rig.cases(count))
    empty = rig.office("filing-empty.db")
    db, plain = rig.office("filing.db"), rig.folder / "plain.db"
    rig.tool("case-report", str(lines), db=db)
    plain_tables(rig, db, rig.cases(count))

    def prepare():
        shutil.copy(empty, db)
        plain.unlink(missing_ok=True)
        with (rig.folder / "plain.sql").open() as schema:
            subprocess.run(["sqlite3", str(plain)], stdin=schema, check=True)

    def theirs():
        return rig.sqlite(plain, *[f".import --csv {rig.folder}/{table}.csv {table}"
                                   for table in ("case_file", "event", "case_text")])

    rig.compare(f"filing {count} cases / .import of the same rows",
                lambda: rig.tool("case-report", str(lines), db=db), theirs, bound=2.0,
                prepare=prepare, count=count)
    ours, other = (rig.ask(each, "select count(*) from case_text where case_text match '路灯'")
                   for each in (db, plain))
    assert ours == other != "0", f"the text indexes differ: {ours} and {other}"


def growth(rig):
    """Filing one case in a large file beside filing one in a small file."""
    small, large = rig.office("small.db"), rig.office("large.db")
    rig.tool("case-report", str(rig.lines("small.jsonl", rig.cases(1000))), db=small)
    rig.tool("case-report", str(rig.lines("large.jsonl", rig.cases(rig.options.many))), db=large)
    fresh = iter(rig.cases(10 ** 6, start=10 ** 8))

    def one(db):
        total, each = 0.0, 15
        for _ in range(each):
            total += rig.tool("case-report", str(rig.lines("one.jsonl", [next(fresh)])), db=db)
        return total / each

    rig.compare(f"filing one case at {rig.options.many} / at 1000", lambda: one(large),
                lambda: one(small), "case-report", 1.3)
    large.unlink()
