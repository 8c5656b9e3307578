"""The SQL: a comment for everything, every query prepared and its plan known.

python3 schema_test.py --update rewrites plans.txt with the plans of this SQLite.
"""

import pathlib
import re
import sqlite3
import sys
import unittest

from tree import ROOT, text, under

PLANS = pathlib.Path(__file__).with_name("plans.txt")


def migrations():
    return under("schema/migrations", ".sql")


def queries():
    return under("schema/queries", ".sql")


def new_database():
    db = sqlite3.connect(":memory:", isolation_level=None)
    for name in migrations():
        db.executescript(text(name))
    return db


def plan_of(db, sql):
    """The lines of the query plan, indented as they nest."""
    names = set(re.findall(r"[:@$](\w+)", re.sub(r"'[^']*'", "", sql)))
    parameters = dict.fromkeys(names)
    depth, lines = {0: 0}, []
    for node, parent, _, detail in db.execute("EXPLAIN QUERY PLAN " + sql, parameters):
        depth[node] = depth[parent] + 1
        lines.append("  " * depth[node] + detail)
    return lines


def all_plans():
    db = new_database()
    lines = [
        "# The plan of each query of schema/queries/. A SCAN of event, case_file, person or",
        "# household needs a reason in the comment of the query.",
    ]
    for name in queries():
        lines.append(str(name.relative_to("schema/queries")))
        lines += plan_of(db, text(name))
    db.close()
    return "\n".join(lines) + "\n"


class Comments(unittest.TestCase):
    def test_each_table_has_a_paragraph(self):
        for name in migrations():
            lines = text(name).splitlines()
            for number, line in enumerate(lines):
                if re.match(r"CREATE (TABLE|VIEW) ", line):
                    with self.subTest(where=f"{name}:{number + 1}", line=line):
                        self.assertTrue(number > 0 and lines[number - 1].startswith("-- "))

    def test_each_column_has_a_comment(self):
        for name in migrations():
            inside = False
            for number, line in enumerate(text(name).splitlines(), 1):
                if re.match(r"CREATE TABLE ", line):
                    inside = True
                elif line.startswith(")"):
                    inside = False
                elif inside and re.match(r"\s+[a-z_]+\s+(INTEGER|TEXT|REAL|BLOB|ANY)\b", line):
                    with self.subTest(where=f"{name}:{number}"):
                        self.assertRegex(line, r"-- \S", line)

    def test_all_tables_are_strict(self):
        db = new_database()
        self.addCleanup(db.close)
        rows = db.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table'")
        loose = [name for name, strict in rows if not strict and not name.startswith("sqlite_")]
        self.assertEqual(loose, [])


class Plans(unittest.TestCase):
    def test_each_query_can_be_prepared(self):
        db = new_database()
        self.addCleanup(db.close)
        for name in queries():
            with self.subTest(query=str(name)):
                plan_of(db, text(name))

    @unittest.skipUnless(
        sqlite3.sqlite_version_info[:2] == (3, 40), "plans are those of Debian 12's SQLite 3.40"
    )
    def test_the_plans_are_the_known_ones(self):
        self.maxDiff = None
        self.assertEqual(
            all_plans().splitlines(),
            PLANS.read_text().splitlines(),
            "run tests/repo/schema_test.py --update and read what changed",
        )

    def test_there_is_one_query_a_file(self):
        for name in queries():
            with self.subTest(query=str(name)):
                pieces = re.sub(r"--.*|'[^']*'", "", text(name)).split(";")
                self.assertEqual(len([piece for piece in pieces if piece.strip()]), 1)
                self.assertRegex(str(name), r"^schema/queries/[a-z]+/[a-z_]+\.sql$")


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        PLANS.write_text(all_plans())
        print(f"{PLANS.relative_to(ROOT)}: plans of SQLite {sqlite3.sqlite_version}")
    else:
        unittest.main()
