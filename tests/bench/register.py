"""Registers: a million people in one CSV, again, a few into many; beside `sqlite3 .import` of the
same file into one plain table with the same indexes."""

import csv
import os
import pathlib
import random
import resource
import subprocess
import sys

import rig

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "jiangdong"
FEW = 1000
TABLE = """CREATE TABLE r({columns});
CREATE UNIQUE INDEX r_number ON r(id_no, id_kind);
CREATE UNIQUE INDEX r_household ON r(community, household, seq);
CREATE INDEX r_name ON r(name, birth);
"""
COLUMNS = ("seq", "household", "relation", "name", "id_kind", "id_no", "birth", "ethnic",
           "community", "area", "address", "phone")
HEADINGS = ("序号", "户号", "与户主关系", "姓名", "证件类型", "证件号码", "出生日期", "民族", "社区",
            "网格编码", "住址", "联系电话")


def people(count, start=0):
    """Rows of invented people, three a household; numbers with a right check character."""
    sys.path.insert(0, str(EXAMPLE))
    import invented  # noqa: E402  (found through the path above)
    rng = random.Random(start)
    for n in range(start, start + count):
        home = n // 3
        grid = rig.grid_code(home)
        born = f"{1940 + n % 80}{n // 80 % 12 + 1:02}{n // 960 % 28 + 1:02}"
        first17 = f"{rng.choice(('330782', '330702', '110105'))}{born}{rng.randrange(1, 1000):03}"
        number = first17 + invented.id_check(first17)
        yield (n, f"{home:08}", ("户主", "妻", "子")[n % 3], invented.full_name(rng, "1", 1980),
               "居民身份证", number, f"{born[:4]}-{born[4:6]}-{born[6:]}", "汉族", grid[:12], grid,
               f"{home % 97 + 1}幢{home % 6 + 1}单元{home % 30 + 101}室",
               f"140{rng.randrange(10**8):08}" if n % 2 else "")


def write(path, rows):
    seen = set()
    with path.open("w", encoding="utf-8", newline="") as out:
        sheet = csv.writer(out)
        sheet.writerow(HEADINGS)
        for row in rows:
            if row[5] not in seen:
                seen.add(row[5])
                sheet.writerow(row)
    return len(seen)


def plain(bench, path, db):
    """Seconds of sqlite3 .import into an empty file."""
    db.unlink(missing_ok=True)
    script = "PRAGMA journal_mode=TRUNCATE;PRAGMA synchronous=FULL;\n" + TABLE.format(
        columns=", ".join(COLUMNS)) + f".import --csv --skip 1 {path} r\n"
    started = rig.clock()
    subprocess.run(["sqlite3", "-bail", str(db)], input=script.encode(), check=True,
                   stdout=subprocess.DEVNULL, env=bench.env)
    return rig.clock() - started


def peak():
    """Resident memory of the largest command so far, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def workbook(bench, db, empty):
    """The people of `db` as a workbook, beside the same as CSV."""
    target = bench.office("register-sheet.db")
    lists = {}
    for form in ("xlsx", "csv"):
        lists[form] = bench.folder / f"people.{form}"
        lists[form].unlink(missing_ok=True)
        bench.tool("list-export", "persons", "--format", form, "--reveal", "bench",
                   "--output", str(lists[form]), db=db)

    def taken(form):
        target.write_bytes(empty)
        return bench.tool("household-import", str(lists[form]), db=target)

    bench.compare("  as a workbook (beside CSV)", lambda: taken("xlsx"), lambda: taken("csv"),
                  name="CSV", bound=3)


def register(bench):
    for count in (bench.options.many // 10, bench.options.many):
        path = bench.folder / f"people-{count}.csv"
        rows = write(path, people(count))
        db = bench.office("register.db")
        empty = bench.office("register-empty.db").read_bytes()

        def ours():
            db.write_bytes(empty)
            return bench.tool("household-import", str(path), db=db)

        bench.compare(f"import of {rows:,} people", ours,
                      lambda: plain(bench, path, bench.folder / "plain.db"), bound=1.5, count=rows)
        bench.compare("  the same file again (beside the first time)",
                      lambda: bench.tool("household-import", str(path), db=db),
                      ours, name="first time", bound=0.5)
        other = bench.folder / "other.csv"
        other.write_bytes(path.read_bytes() + b"\r\n")
        bench.compare("  its rows in another file",
                      lambda: bench.tool("household-import", str(other), db=db),
                      ours, name="first time")
        if count < bench.options.many:
            workbook(bench, db, empty)
    few = bench.folder / "few.csv"
    write(few, people(FEW, start=2 * bench.options.many))
    full = db.read_bytes()
    small = bench.folder / "small.db"

    def into(content):
        with small.open("wb") as copy:
            copy.write(content)
            copy.flush()
            os.fsync(copy.fileno())  # or the import would wait for the copy, too
        small.chmod(0o600)
        return bench.tool("household-import", str(few), db=small)

    bench.compare(f"{FEW:,} people into {bench.options.many:,} (beside an empty file)",
                  lambda: into(full), lambda: into(empty), name="empty", bound=2)
    print(f"most resident memory of any command: {peak():,.0f} MB")
