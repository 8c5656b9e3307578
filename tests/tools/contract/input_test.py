"""Contract 1.2, 1.4 and 1.5: records in, refusals, --rejects, --atomic, --dry-run."""

import json
import unittest

from facts import tools
from office import AREAS, OfficeTest, each

BATCHES = tools(batch=True)


def summary_of(run):
    """The numbers of the last line of standard error."""
    return dict(pair.split("=") for pair in run.errors.splitlines()[-1].split())


class Shapes(OfficeTest):
    @each(BATCHES)
    def test_mark_line_ends_blank_lines_and_a_missing_last_newline(self, tool):
        want = self.new_office().sample(tool)
        self.assert_status(want, *tool.statuses)
        lines = tool.input.encode().splitlines()
        shapes = {
            "BOM": b"\xef\xbb\xbf" + b"\n".join(lines) + b"\n",
            "CRLF": b"\r\n".join(lines) + b"\r\n",
            "blank lines": b"\n\n" + b"\n \n\t\n".join(lines) + b"\n\n",
            "no last newline": b"\n".join(lines),
            "all of it": b"\xef\xbb\xbf\r\n" + b"\r\n\r\n".join(lines),
        }
        for shape, data in shapes.items():
            run = self.new_office().run(tool.name, *tool.arguments, input=data)
            self.assertEqual((run.status, run.text), (want.status, want.text), shape)

    @each(BATCHES)
    def test_nothing_to_read_is_no_error(self, tool):
        for data in (b"", b"\n\n", b"\xef\xbb\xbf"):
            run = self.new_office().run(tool.name, *tool.arguments, input=data)
            self.assert_status(run, 0)
            self.assertEqual(run.out, b"")
            self.assertEqual(summary_of(run)["read"], "0")

    @each(BATCHES)
    def test_strict_json(self, tool):
        good = tool.input.encode().splitlines()[0]
        bad = (
            b'{"code":"1","code":"2"}',
            b'{"title":"\xff\xfe"}',
            b'{"title":"\\ud800"}',
            b'{"lon":NaN}',
            good + b" trailing",
            good + good,
            b'{"title":',
            b"[1,2]",
            b"null",
            b"{'title':'x'}",
            b'{"title":"\x01"}',
        )
        data = good + b"\n" + b"\n".join(bad) + b"\n"
        run = self.new_office().run(tool.name, *tool.arguments, input=data)
        self.assert_status(run, 3)
        self.assertEqual(run.text.count("\n"), 1)
        self.assertEqual(summary_of(run)["rejected"], str(len(bad)))
        told = run.errors.splitlines()[:-1]
        self.assertEqual(
            [line.split(":")[2] for line in told if "[json." in line or "[record." in line],
            [str(number) for number in range(2, len(bad) + 2)],
            run.errors,
        )


class Refusals(OfficeTest):
    def mixed(self, tool):
        """A bad line before, between and behind the good ones; a blank one to be counted."""
        bad = tool.refused[0]
        good = tool.input.splitlines()
        lines = [bad]
        for line in good:
            lines += [line, "", bad]
        return "\n".join(lines) + "\n"

    def bad_lines(self, tool):
        return [
            number
            for number, line in enumerate(self.mixed(tool).splitlines(), 1)
            if line == tool.refused[0]
        ]

    @each(BATCHES)
    def test_the_rest_goes_on(self, tool):
        want = self.new_office().sample(tool)
        run = self.new_office().run(tool.name, *tool.arguments, input=self.mixed(tool))
        self.assert_status(run, 3)
        self.assertEqual(run.text, want.text)
        *told, summary = run.errors.splitlines()
        self.assertEqual(
            [line for line in told if f"[{tool.refused[1]}]" in line and "warning" not in line],
            [line for line in told if "warning" not in line],
        )
        numbers = [int(line.split(":")[2]) for line in told if "warning" not in line]
        self.assertEqual(numbers, self.bad_lines(tool))
        self.assertTrue(told[0].startswith(f"{tool.name}: -:1: "), told[0])
        good = len(tool.input.splitlines())
        self.assertRegex(summary, rf"^read={good * 2 + 1} .*rejected={good + 1}$")

    @each(BATCHES)
    def test_the_summary_adds_up(self, tool):
        office = self.new_office()
        for _ in range(2):
            run = office.run(tool.name, *tool.arguments, input=self.mixed(tool))
            numbers = {name: int(value) for name, value in summary_of(run).items()}
            self.assertEqual(numbers["read"], sum(numbers.values()) - numbers["read"])
        quiet = self.new_office().sample(tool, "--quiet")
        self.assertNotIn("read=", quiet.errors)

    @each(BATCHES)
    def test_rejects(self, tool):
        office = self.new_office()
        office.write("bad.jsonl", "left from an earlier run\n").chmod(0o644)
        run = office.run(
            tool.name, "--rejects", "bad.jsonl", *tool.arguments, input=self.mixed(tool)
        )
        self.assert_status(run, 3)
        path = office.folder / "bad.jsonl"
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        records = [json.loads(line) for line in path.read_text().splitlines()]
        self.assertEqual([r["line"] for r in records], self.bad_lines(tool))
        for record in records:
            self.assertEqual(list(record)[:2], ["type", "v"])
            self.assertEqual((record["type"], record["v"]), ("reject", 1))
            self.assertEqual(record["code"], tool.refused[1])
            self.assertEqual(record["input"], tool.refused[0])
            self.assertTrue(record["message"])

    @each(BATCHES)
    def test_a_rejects_file_that_cannot_be_made(self, tool):
        office = self.new_office()
        before = office.db.read_bytes()
        run = office.sample(tool, "--rejects", "no/such/folder")
        self.assert_status(run, 73)
        self.assertEqual(office.db.read_bytes(), before)

    @each(BATCHES)
    def test_atomic(self, tool):
        office = self.new_office()
        before = office.db.read_bytes()
        run = office.run(tool.name, "--atomic", *tool.arguments, input=self.mixed(tool))
        self.assert_status(run, 65)
        self.assertEqual(run.out, b"", "what is printed is committed")
        self.assertEqual(office.db.read_bytes(), before)
        run = office.sample(tool, "--atomic")
        self.assert_status(run, 0)
        self.assertEqual(run.out, self.new_office().sample(tool).out)

    @each(BATCHES)
    def test_errors_as_records(self, tool):
        run = self.new_office().run(
            tool.name, *tool.arguments, input=self.mixed(tool), env={"GRID_ERRORS": "jsonl"}
        )
        *told, summary = run.errors.splitlines()
        self.assertTrue(summary.startswith("read="), summary)
        records = [json.loads(line) for line in told]
        errors = [record for record in records if record["type"] == "error"]
        self.assertEqual([record["line"] for record in errors], self.bad_lines(tool))
        for record in errors:
            self.assertEqual(list(record)[:3], ["type", "v", "code"])
            self.assertEqual((record["v"], record["code"]), (1, tool.refused[1]))
            self.assertEqual(record["file"], "-")


class Creators(OfficeTest):
    """What creates refuses unknown fields; what acts ignores them."""

    def test_unknown_field(self):
        for name, line, near in (
            ("grid-add", '{"type":"area","code":"9","nmae":"x","kind":"street"}', "name"),
            ("case-report", '{"titel":"x","category":"0401","area":"330782002005001"}', "title"),
        ):
            if name not in [tool.name for tool in tools()]:
                continue
            run = self.new_office().run(name, input=line + "\n")
            self.assert_status(run, 3)
            self.assertIn("[field.unknown]", run.errors)
            self.assertIn(f"did you mean {near}?", run.errors)

    def test_listed_cases_can_be_acted_upon(self):
        if not {"case-list", "case-act"} <= {tool.name for tool in tools()}:
            self.skipTest("case-list and case-act are not built")
        office = self.new_office()
        listed = office.must("case-list", "--all")
        run = office.must("case-act", "note", "--text", "查", input=listed.out)
        self.assertEqual(run.text.count("\n"), listed.text.count("\n"))


class Rehearsal(OfficeTest):
    @each(tools(writes=True))
    def test_dry_run_prints_the_same_and_changes_nothing(self, tool):
        rehearsal = self.new_office()
        before = rehearsal.db.read_bytes()
        dry = rehearsal.sample(tool, "--dry-run")
        self.assertEqual(rehearsal.db.read_bytes(), before)
        real = self.new_office().sample(tool)
        self.assertEqual((dry.status, dry.text), (real.status, real.text))
        short = self.new_office().sample(tool, "-n")
        self.assertEqual((short.status, short.text), (real.status, real.text))

    @each(BATCHES)
    def test_dry_run_refuses_as_the_real_one(self, tool):
        data = tool.input + tool.refused[0] + "\n"
        dry = self.new_office().run(tool.name, "-n", *tool.arguments, input=data)
        real = self.new_office().run(tool.name, *tool.arguments, input=data)
        self.assertEqual((dry.status, dry.text, dry.err), (real.status, real.text, real.err))


class Again(OfficeTest):
    """Doing it twice changes nothing."""

    def test_what_is_listed_can_be_added(self):
        office = self.new_office()
        listed = office.must("grid-list")
        run = office.must("grid-add", input=listed.out)
        self.assertEqual({record["outcome"] for record in run.records}, {"same"})
        self.assertEqual(office.must("grid-list").out, listed.out)

    def test_list_add_list_in_another_file(self):
        office, other = self.new_office(), self.empty_office()
        other.must("grid-init")
        listed = office.must("grid-list")
        other.must("grid-add", input=listed.out)
        self.assertEqual(other.must("grid-list").out, listed.out)

    def test_the_order_of_a_batch_is_kept(self):
        office = self.empty_office()
        office.must("grid-init")
        run = office.must("grid-add", input=AREAS)
        keys = [record.get("code", record.get("login")) for record in run.records]
        given = [json.loads(line) for line in AREAS.splitlines()]
        self.assertEqual(keys, [record.get("code", record.get("login")) for record in given])

    def test_a_source_files_once(self):
        if "case-report" not in [tool.name for tool in tools()]:
            self.skipTest("case-report is not built")
        office = self.new_office()
        line = (
            '{"title":"井盖缺失","category":"05","area":"330782002005001",'
            '"source":"hotline","source_ref":"h-1"}\n'
        )
        first = office.must("case-report", input=line + line)
        second = office.must("case-report", input=line)
        outcomes = [record["outcome"] for record in first.records + second.records]
        self.assertEqual(outcomes, ["added", "same", "same"])
        self.assertEqual(len({record["no"] for record in first.records + second.records}), 1)


if __name__ == "__main__":
    unittest.main()
