"""Contract 1.3 and 1.5: what is printed, and what happens when it cannot be."""

import csv
import io
import json
import os
import re
import signal
import unicodedata
import unittest

from facts import tools
from office import OfficeTest, each

PRINTERS = tools(records=True)
ZONES = ("UTC", "Asia/Shanghai", "America/New_York")
LOCALES = ("C", "C.UTF-8")


def width(text):
    """Columns that the text takes on a terminal."""
    return sum(
        0
        if unicodedata.category(c) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def cells(line):
    """(first column, column behind the last) of each cell; two blanks or more part them."""
    return [
        (width(line[: found.start()]), width(line[: found.end()]))
        for found in re.finditer("[^ ]+(?: [^ ]+)*", line)
    ]


class Gone(OfficeTest):
    """Standard output that is closed, full, or that nobody reads."""

    @each(tools())
    def test_closed(self, tool):
        run = self.new_office().sample(tool, before=lambda: os.close(1))
        self.assert_status(run, 74)
        self.assertIn("[out.write]", run.errors)

    @each(tools())
    def test_full(self, tool):
        for arguments in (("--help",), ("--version",), tool.arguments):
            with open("/dev/full", "wb") as full:
                run = self.new_office().run(
                    tool.name, *arguments, input=tool.input, stdout=full
                )
            self.assert_status(run, 74)
            self.assertIn("[out.write]", run.errors)

    def test_no_room_for_what_waits(self):
        many = "330782199001021234\n" * 400_000
        run = self.new_office().run(
            "id-check", "--atomic", input=many, env={"TMPDIR": "no/such/folder"}
        )
        self.assert_status(run, 74)
        self.assert_one_line(run, "[out.temporary]")

    @each(tools())
    def test_a_reader_that_left(self, tool):
        ignoring = lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        for before in (None, ignoring):
            for arguments in (("--help",), ("--version",), ("--quiet", *tool.arguments)):
                office = self.new_office()
                source, sink = os.pipe()
                os.close(source)
                try:
                    run = office.run(
                        tool.name, *arguments, input=tool.input, stdout=sink, before=before
                    )
                finally:
                    os.close(sink)
                self.assert_status(run, 141)
                self.assertNotIn("[out.write]", run.errors)
                if not tool.writes:
                    told = [line for line in run.errors.splitlines() if ": warning: " not in line]
                    self.assertEqual(told, [], "it ends silently")

    @each(tools(batch=True))
    def test_a_writer_finishes_its_input_first(self, tool):
        office, other = self.new_office(), self.new_office()
        source, sink = os.pipe()
        os.close(source)
        office.sample(tool, stdout=sink)
        os.close(sink)
        other.sample(tool)
        listing = "case-list" if tool.name.startswith("case-") else "grid-list"
        arguments = ("--all",) if listing == "case-list" else ()
        if tool.name != "case-act" and listing in [t.name for t in tools()]:
            self.assertEqual(
                office.must(listing, *arguments).out, other.must(listing, *arguments).out
            )

    @each(tools())
    def test_closed_standard_error_and_input(self, tool):
        want = self.new_office().sample(tool)
        run = self.new_office().sample(tool, before=lambda: os.close(2))
        self.assertEqual((run.status, run.out), (want.status, want.out))


class Bytes(OfficeTest):
    @each(tools())
    def test_the_same_under_any_locale_and_zone(self, tool):
        every = [(locale, zone) for locale in LOCALES for zone in ZONES]
        for form, settings in (("jsonl", every), ("csv", every[1:4:2]), ("table", every[1:4:2])):
            seen = {}
            for locale, zone in settings:
                run = self.new_office().sample(
                    tool, "--format", form, "--lang", "zh", env={"LC_ALL": locale, "TZ": zone}
                )
                self.assert_status(run, *tool.statuses)
                seen.setdefault((run.out, run.err), []).append((locale, zone))
            self.assertEqual(len(seen), 1, f"{form}: {list(seen.values())}\n{list(seen)}")

    @each(PRINTERS)
    def test_json_does_not_change_with_the_language(self, tool):
        english = self.new_office().sample(tool, "--format", "jsonl", "--lang", "en")
        chinese = self.new_office().sample(tool, "--format", "jsonl", "--lang", "zh")
        self.assertEqual(english.out, chinese.out)

    @each(PRINTERS)
    def test_records_are_flat_and_unescaped(self, tool):
        run = self.new_office().sample(tool, "--format", "jsonl")
        self.assertTrue(run.out == b"" or run.out.endswith(b"\n"))
        self.assertNotIn("\\u", run.text)
        for line in run.text.splitlines():
            pairs = json.loads(line, object_pairs_hook=list)
            self.assertEqual(pairs[0][0], "type")
            self.assertEqual(pairs[1], ("v", 1))
            names = [name for name, _ in pairs]
            self.assertEqual(len(names), len(set(names)))
            for name, value in pairs:
                self.assertNotEqual(value, "", f"{name} is unset and must be left out")
                if isinstance(value, list):
                    self.assertTrue(all(isinstance(item, str) for item in value), name)
                self.assertNotIsInstance(value, dict)
                if isinstance(value, int):
                    self.assertLess(abs(value), 2**53)

    @each(PRINTERS)
    def test_jsonl_where_it_is_no_terminal(self, tool):
        plain = self.new_office().sample(tool)
        named = self.new_office().sample(tool, "--format", "jsonl")
        if tool.name != "list-export":
            self.assertEqual(plain.out, named.out)

    @each(PRINTERS)
    def test_csv_is_rectangular(self, tool):
        run = self.new_office().sample(tool, "--format", "csv")
        rows = list(csv.reader(io.StringIO(run.text)))
        self.assertEqual(len({len(row) for row in rows} - {0}), 1 if rows else 0, run.text)


class Errors(OfficeTest):
    @each(tools())
    def test_usage_as_a_record(self, tool):
        run = self.new_office().run(tool.name, "--hlep", env={"GRID_ERRORS": "jsonl"})
        self.assert_status(run, 2)
        record = json.loads(run.err)
        self.assertEqual(list(record)[:4], ["type", "v", "code", "message"])
        self.assertEqual((record["type"], record["v"]), ("error", 1))
        self.assertEqual(record["code"], "usage.option")
        self.assertIn("--help", record["hint"])

    @each(tools(database=True))
    def test_codes_are_not_translated(self, tool):
        codes = set()
        for language in ("en", "zh"):
            office = self.new_office()
            office.db.unlink()
            run = office.sample(tool, "--lang", language)
            codes.add(re.findall(r"\[([a-z_.]+)\]$", run.errors)[0])
        self.assertEqual(codes, {"db.missing"})


class Tables(OfficeTest):
    def assert_aligned(self, table):
        """Each cell begins or, where it is a number, ends where the heading of its column does."""
        heading, *rows = table.splitlines()
        starts = {start for start, _ in cells(heading)}
        ends = {end for _, end in cells(heading)}
        for row in rows:
            for start, end in cells(row):
                self.assertTrue(start in starts or end in ends, f"\n{heading}\n{row}")
            self.assertEqual(row, row.rstrip())

    def test_wide_rare_and_combining_characters(self):
        office = self.new_office()
        staff = office.must("grid-list", "staff", "--format", "table").text
        for name in ("张三", "𠮷野家", "Zoe\u0301 Noe\u0308l"):
            self.assertIn(name, staff)
        self.assert_aligned(staff)
        self.assert_aligned(office.must("grid-list", "staff", "--format=table", "--lang=zh").text)

    def test_the_width_of_this_test(self):
        self.assertEqual([width(t) for t in ("张三", "𠮷野", "e\u0301", "a")], [4, 4, 1, 1])
        with self.assertRaises(AssertionError):
            self.assert_aligned("Login  Name  Role\na      张三    x\n")

    def test_titles_of_cases(self):
        if "case-report" not in [tool.name for tool in tools()]:
            self.skipTest("case-report is not built")
        office = self.new_office()
        titles = ("𠮷野家门前积水", "cafe\u0301 noise", "ｆｕｌｌ　ｗｉｄｔｈ", "a")
        for title in titles:
            record = {"title": title, "category": "0401", "area": "330782002005001"}
            office.must("case-report", input=json.dumps(record) + "\n")
        for language in ("en", "zh"):
            table = office.must("case-list", "--all", "--format=table", "--lang", language).text
            self.assert_aligned(table)

    def test_control_characters_never_reach_a_terminal(self):
        office = self.new_office()
        evil = "a\u001b[31mb\u0007\u009b2Jc\u202ed\r\n\te\u007f"
        record = {"type": "org", "code": "EV", "name": evil, "kind": "company"}
        run = office.run("grid-add", "--format", "table", input=json.dumps(record) + "\n")
        runs = [run, office.must("grid-list", "org", "--format", "table")]
        runs.append(office.run("grid-list", "--under", evil))
        runs.append(office.run("grid-list", f"--{evil}"))
        for shown in runs:
            for text in (shown.text, shown.errors):
                left = [c for c in text if unicodedata.category(c) == "Cc" and c != "\n"]
                self.assertEqual(left, [], repr(text))
                self.assertNotIn("\u202e", text)


if __name__ == "__main__":
    unittest.main()
