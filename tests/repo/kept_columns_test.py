"""Each column of the register is kept before a batch changes it, told as changed, and restored."""

import json
import unittest

from schema_test import new_database
from tree import text

# What no batch ever changes; all other columns it may.
FIXED = {"dwelling": {"uid", "community"}, "household": {"uid", "community", "no"},
         "person": {"uid"}, "residence": {"person"}}
# What follows from other rows, and is no part of what a batch changes.
DERIVED = {"household": {"visited"}}
ROW, BATCH = 7, 41


def query(name):
    return text(f"schema/queries/{name}.sql")


class KeptColumns(unittest.TestCase):
    def setUp(self):
        self.db = new_database()
        self.addCleanup(self.db.close)
        self.db.execute("PRAGMA ignore_check_constraints = ON")

    def columns(self, noun):
        """Names of the columns that are kept, each with its type."""
        left = {"id"} | DERIVED.get(noun, set())
        rows = self.db.execute("SELECT name, type FROM pragma_table_info(?)", (noun,))
        return {name: kind for name, kind in rows if name not in left}

    def row(self, noun):
        cursor = self.db.execute(f"SELECT * FROM {noun} WHERE id = {ROW}")
        names = [column[0] for column in cursor.description]
        return dict(zip(names, cursor.fetchone()))

    def values(self, noun, names, seed):
        kinds = self.columns(noun)
        return {name: seed + number if kinds[name] == "INTEGER" else f"{name} {seed}"
                for number, name in enumerate(names)}

    def kept(self, noun):
        """A row of which every column is set, kept by the batch."""
        values = {"id": ROW} | self.values(noun, self.columns(noun), 100)
        marks = ", ".join("?" * len(values))
        self.db.execute(f"INSERT INTO {noun} ({', '.join(values)}) VALUES ({marks})",
                        list(values.values()))
        self.db.execute(query(f"change/{noun}"),
                        {"batch": BATCH, "removed": 0, "row": ROW, "below": None})
        return values

    def change(self, noun):
        """Changes all that a batch may; the names of the columns."""
        names = [name for name in self.columns(noun) if name not in FIXED[noun]]
        values = self.values(noun, names, 500)
        self.db.execute(f"UPDATE {noun} SET {', '.join(f'{name} = ?' for name in names)}",
                        list(values.values()))
        return names

    def test_all_columns_are_kept(self):
        for noun in FIXED:
            with self.subTest(noun=noun):
                self.kept(noun)
                before, = self.db.execute("SELECT before FROM register_change WHERE noun = ?",
                                          (noun,)).fetchone()
                self.assertEqual(set(json.loads(before)), set(self.columns(noun)))

    def test_all_that_changed_is_restored(self):
        for noun in FIXED:
            with self.subTest(noun=noun):
                was = self.kept(noun)
                self.change(noun)
                change, = self.db.execute("SELECT id FROM register_change WHERE noun = ?",
                                          (noun,)).fetchone()
                self.db.execute(query(f"undo/restore_{noun}"), {"change": change})
                self.assertEqual({name: self.row(noun)[name] for name in was}, was)

    def test_what_stayed_is_not_told(self):
        for noun in FIXED:
            with self.subTest(noun=noun):
                self.kept(noun)
                told = self.db.execute(query("batch/changed_fields"), {"batch": BATCH})
                self.assertEqual(told.fetchall(), [])

    def test_all_that_changed_is_told(self):
        for noun in FIXED:
            with self.subTest(noun=noun):
                self.kept(noun)
                changed = set(self.change(noun)) - {"batch"}
                told = self.db.execute(query("batch/changed_fields"), {"batch": BATCH})
                self.assertEqual({name for of, name, _ in told if of == noun}, changed)


if __name__ == "__main__":
    unittest.main()
