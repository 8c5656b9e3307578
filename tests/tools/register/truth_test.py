#!/usr/bin/env python3
"""A street's register with damaged rows: every row's verdict equals what the generator says of it;
a second run changes nothing; what is exported and imported elsewhere is the same register."""

import collections
import json
import shutil
import tempfile
import unittest

from street import Street

# What a right import says about each kind of damage: the code of the refusal or of the warning.
REFUSED = {
    "id_scientific": "id.scientific", "id_truncated": "id.truncated", "id_checksum": "id.checksum",
    "id_short": "id.length", "id_no_such_day": "id.birth_date", "name_missing": "field.required",
    "phone_scientific": "phone.scientific", "twice_unlike": "duplicate.in_file",
}
WARNED = {
    "id_fifteen": "id.fifteen_digits", "name_question_mark": "name.question_mark",
    "sex_conflict": "sex.conflict", "birth_conflict": "birth.conflict",
    "no_head": "household.no_head", "two_heads": "household.two_heads",
}
# Kinds of repairs, and the damages that each of them puts right.
REPAIRS = {
    ("text.full_width", "text.letters"): {"id_full_width", "id_x_spelling"},
    ("text.apostrophe",): {"id_apostrophe"},
    ("text.spaces",): {"id_spaces", "name_spaces", "address_newline"},
    ("id.fifteen_digits",): {"id_fifteen"},
    ("household.filled_down",): {"merged_cells"},
}


class Truth(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.street = Street(cls.temporary.name, people=6000, seed=3, damage=0.08)
        shutil.copy(cls.street.folder / "empty.db", cls.street.folder / "a.db")
        cls.report, said = cls.street.imported("a.db", "register.csv", "--rejects", "refused.csv",
                                               status=3)
        cls.refused = {row: code for row, kind, code in said if kind == "error"}
        cls.warned = collections.defaultdict(set)
        for row, kind, code in said:
            if kind == "warning":
                cls.warned[row].add(code)
        lines = (cls.street.folder / "truth.jsonl").read_text().splitlines()
        cls.truth = [json.loads(line) for line in lines]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def test_exactly_the_rows_that_cannot_be_trusted_are_refused(self):
        expected = {t["row"]: REFUSED[t["kind"]] for t in self.truth if t["expect"] == "refuse"}
        self.assertGreater(len(expected), 100)
        self.assertEqual(self.refused, expected)
        self.assertEqual(self.report["rejected"], len(expected))

    def test_each_doubtful_row_is_named(self):
        heads_lost = {t["row"] for t in self.truth if t["expect"] == "refuse"}
        for entry in self.truth:
            if entry["expect"] != "warn":
                continue
            code = WARNED[entry["kind"]]
            if code == "household.no_head":  # named with the household's first row
                self.assertTrue(any(code in self.warned[row] for row in
                                    range(entry["row"] - 9, entry["row"] + 9)), entry)
            else:
                self.assertIn(code, self.warned[entry["row"]], entry)
        # And nobody else is, but households whose head was refused, and what nature brings.
        natural = {"id.truncated", "id.area_unknown", "id.area_retired", "household.no_head",
                   "id.missing", "id.age_implausible"}
        told = {t["row"] for t in self.truth if t["expect"] == "warn"}
        for row, codes in self.warned.items():
            if row not in told:
                self.assertLessEqual(codes, natural, row)
        without = sum("household.no_head" in codes for codes in self.warned.values())
        self.assertLessEqual(without, len(heads_lost) + len(told))

    def test_what_was_repaired_is_counted(self):
        counts = dict(item.split("=") for item in self.report["repairs"])
        for kinds, damages in REPAIRS.items():
            expected = sum(t["kind"] in damages for t in self.truth)
            self.assertEqual(sum(int(counts.get(kind, 0)) for kind in kinds), expected, kinds)

    def test_rows_that_stand_there_twice(self):
        self.assertEqual(self.report["same"], sum(t["expect"] == "same" for t in self.truth))

    def test_values_stand_in_their_clean_form(self):
        people = {}
        for line in self.street.content("a.db").decode().splitlines():
            person = json.loads(line)
            if person["type"] == "person" and "id_no" in person:
                people[person["id_no"]] = person
        for entry in self.truth:
            if entry["expect"] == "repair" and entry["kind"].startswith("id_"):
                self.assertIn(entry["clean"], people, entry)

    def test_a_second_run_changes_nothing(self):
        before = self.street.content("a.db")
        again, said = self.street.imported("a.db", "register.csv", status=3)
        self.assertEqual((again["added"], again["changed"]), (0, 0))
        self.assertEqual(again["same"], again["read"] - again["rejected"])
        self.assertEqual({row: code for row, kind, code in said if kind == "error"}, self.refused)
        # Other bytes with the same rows: nothing is known of the file, everybody is.
        path = self.street.folder / "register.csv"
        (self.street.folder / "copy.csv").write_bytes(path.read_bytes() + b"\r\n")
        copy, _ = self.street.imported("a.db", "copy.csv", status=3)
        self.assertEqual((copy["added"], copy["changed"]), (0, 0))
        self.assertEqual(self.street.content("a.db"), before)

    def test_an_export_is_the_same_register_elsewhere(self):
        content = self.street.content("a.db")
        (self.street.folder / "all.jsonl").write_bytes(content)
        shutil.copy(self.street.folder / "empty.db", self.street.folder / "b.db")
        report, _ = self.street.imported("b.db", "all.jsonl")
        self.assertEqual(report["rejected"], 0)
        self.assertEqual(self.street.content("b.db"), content)
        mine, _ = self.street.imported("a.db", "all.jsonl")
        self.assertEqual((mine["added"], mine["changed"]), (0, 0))


class Stop(unittest.TestCase):
    def test_too_many_refusals_take_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            street = Street(folder, people=300, damage=0.15)
            out, err = street.run("household-import", "--db", "empty.db", "--max-rejects", "1%",
                                  "register.csv", "--rejects", "refused.csv", status=65)
            self.assertEqual(out, b"")
            self.assertIn(b"import.too_many_rejects", err)
            self.assertEqual(street.content("empty.db"), b"")
            self.assertGreater((street.folder / "refused.csv").stat().st_size, 100)
            street.run("household-import", "--db", "empty.db", "--max-rejects", "99%",
                       "register.csv", status=3)
            street.run("household-import", "--db", "empty.db", "--max-rejects", "few",
                       "register.csv", status=2)


if __name__ == "__main__":
    unittest.main()
