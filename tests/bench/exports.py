"""A register that leaves the office, beside sqlite3 -csv of the same columns of the same rows."""

import csv

from rig import grid_code, run

COLUMNS = "community,household_no,area,relation,name,id_kind,id_no,sex,birth,phone,residence"
SAME = """SELECT c.code, h.no, a.code, r.relation, p.name, p.id_kind, p.id_no, p.sex, p.birth,
  p.phone, r.kind
FROM residence AS r JOIN person AS p ON p.id = r.person
LEFT JOIN household AS h ON h.id = r.household LEFT JOIN area AS c ON c.id = h.community
LEFT JOIN area AS a ON a.id = r.area
WHERE r.until IS NULL"""
FAMILY = 3


def people(rig, count):
    """A register of invented people, three in a household, as the importer reads it."""
    path = rig.folder / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(["户号", "与户主关系", "姓名", "证件类型", "证件号码", "联系电话", "所属社区",
                       "所属网格", "现住址"])
        for n in range(count):
            home = n // FAMILY
            grid = grid_code(home)
            rows.writerow([f"{home:07}", ("户主", "妻", "子")[n % FAMILY],
                           "王李张刘陈"[n % 5] + "明华建国强"[n // 5 % 5] + "军平芳伟丽"[n // 25 % 5],
                           "护照", f"E{n:08}", f"138{n:08}", grid[:12], grid,
                           f"{home % 97 + 1}幢{home % 2 + 1}单元{home % 600 + 100}室"])
    return path


def exports(rig):
    """The whole register as CSV, masked and in the clear."""
    count = rig.options.many
    db = rig.office("exports.db")
    rig.tool("household-import", str(people(rig, count)), db=db)

    def theirs():
        with (rig.folder / "theirs.csv").open("wb") as out:
            return run(["sqlite3", "-csv", str(db), SAME], stdout=out)

    for name, more in (("masked", ()), ("in the clear", ("--reveal", "bench"))):
        def ours(more=more):
            with (rig.folder / "ours.csv").open("wb") as out:
                return rig.tool("list-export", "persons", "--columns", COLUMNS, "--format", "csv",
                                *more, db=db, stdout=out)

        rig.compare(f"export of {count:,} people, {name} / sqlite3 -csv", ours, theirs, bound=1.5)
