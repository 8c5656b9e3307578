#!/usr/bin/env python3
"""The generators of examples/jiangdong: what they invent is sound, and damaged only as they say."""

import collections
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "examples" / "jiangdong"
sys.dont_write_bytecode = True
sys.path.insert(0, str(EXAMPLE))

import invented  # noqa: E402  (found through the path above)

HEADINGS_ROW = 4


def generate(folder: pathlib.Path, seed: int = 1) -> None:
    """All material for one office, as the tour makes it, but smaller."""
    def call(script: str, *arguments: str, out: str | None = None) -> None:
        with open(folder / (out or "messages"), "w", encoding="utf-8") as output:
            subprocess.run([sys.executable, "-B", str(EXAMPLE / script), "--seed", str(seed),
                            *arguments], cwd=folder, check=True, stdout=output,
                           stderr=subprocess.DEVNULL)

    call("make_office.py", "--out", ".")
    call("make_register.py", "--areas", "area.jsonl", "--people", "3000", "--damage", "0.1",
         "--out", "register.csv", "--truth", "truth.jsonl")
    call("make_cases.py", "--areas", "area.jsonl", "--cases", "320", out="cases.jsonl")


class Checks(unittest.TestCase):
    """The check characters, against numbers whose validity is known."""

    def test_resident_number(self):
        for number in ("11010519491231002X", "440524188001010014", "330782199001021234"):
            self.assertEqual(invented.id_check(number[:17]), number[17])

    def test_credit_code(self):
        for code in ("91350100M000100Y43", "52330782MJ8765437B", "91330782MA2E0002XG",
                     "91330782MA2E002490"):
            self.assertEqual(invented.uscc(code[:2], code[2:8], code[8:16]), code)


class Material(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        generate(cls.folder)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def lines(self, name: str) -> list[str]:
        return (self.folder / name).read_text(encoding="utf-8").rstrip("\n").split("\n")

    def records(self, name: str) -> list[dict]:
        return [json.loads(line) for line in self.lines(name)]

    def rows(self) -> list[list[str]]:
        with (self.folder / "register.csv").open(encoding="gb18030", newline="") as source:
            return list(csv.reader(source))

    def test_the_same_seed_gives_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as second, tempfile.TemporaryDirectory() as third:
            generate(pathlib.Path(second))
            generate(pathlib.Path(third), seed=2)
            for name in ("area.jsonl", "staff.jsonl", "register.csv", "truth.jsonl", "cases.jsonl"):
                ours = (self.folder / name).read_bytes()
                self.assertEqual(ours, (pathlib.Path(second) / name).read_bytes(), name)
                self.assertNotEqual(ours, (pathlib.Path(third) / name).read_bytes(), name)

    def test_parents_stand_before_their_children(self):
        seen = set()
        for area in self.records("area.jsonl"):
            self.assertTrue("parent" not in area or area["parent"] in seen, area["code"])
            seen.add(area["code"])

    def test_every_community_has_five_to_ten_grids_with_posts(self):
        areas = self.records("area.jsonl")
        grids = collections.Counter(a["parent"] for a in areas if a["kind"] == "grid")
        for area in areas:
            if area["kind"] == "community":
                self.assertIn(grids[area["code"]], range(5, 11), area["code"])
        posts = collections.Counter((s.get("area"), s["role"]) for s in self.records("staff.jsonl"))
        for area in areas:
            if area["kind"] == "grid":
                self.assertEqual(posts[area["code"], "head"], 1)
                self.assertEqual(posts[area["code"], "worker"], 1)

    def test_rows_outside_the_truth_are_sound(self):
        rows = self.rows()
        at = {name: place for place, name in enumerate(rows[HEADINGS_ROW - 1])}
        damaged = {entry["row"] for entry in self.records("truth.jsonl")}
        numbers = collections.Counter()
        for number, row in enumerate(rows, 1):
            if number in damaged or row[at["证件类型"]] != "居民身份证":
                continue
            identity = row[at["公民身份号码"]]
            self.assertEqual(invented.id_check(identity[:17]), identity[17])
            self.assertEqual(identity[6:14], row[at["出生日期"]].replace("-", ""))
            self.assertEqual("男" if int(identity[16]) % 2 else "女", row[at["性别"]])
            numbers[identity] += 1
        self.assertGreater(len(numbers), 2500)
        self.assertEqual(max(numbers.values()), 1)

    def test_truth_names_what_stands_in_the_file(self):
        rows = self.rows()
        at = {name: place for place, name in enumerate(rows[HEADINGS_ROW - 1])}
        truth = self.records("truth.jsonl")
        for entry in truth:
            self.assertEqual(rows[entry["row"] - 1][at[entry["field"]]], entry["raw"], entry)
        self.assertEqual({entry["expect"] for entry in truth},
                         {"refuse", "repair", "warn", "same", "accept"})

    def test_too_few_truncated_numbers_to_condemn_the_column(self):
        at = self.rows()[HEADINGS_ROW - 1].index("公民身份号码")
        column = [row[at] for row in self.rows()]
        self.assertLess(sum(cell.endswith("000") for cell in column), len(column) / 100)

    def test_cases_cover_all_categories(self):
        found, broken = set(), 0
        for line in self.lines("cases.jsonl"):
            try:
                found.add(json.loads(line).get("category", "")[:2])
            except json.JSONDecodeError:
                broken += 1
        self.assertEqual(broken, 2)
        self.assertLessEqual({f"{n:02d}" for n in range(1, 12)} | {"99"}, found)


if __name__ == "__main__":
    unittest.main()
