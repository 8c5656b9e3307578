"""What every tool prints, against schema/records/."""

import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))

from facts import tools
from office import OfficeTest, each
from records import problems_of


class Printed(OfficeTest):
    @each(tools(records=True))
    def test_standard_output(self, tool):
        run = self.new_office().sample(tool, "--format", "jsonl")
        self.assert_status(run, *tool.statuses)
        self.assertTrue(run.records)
        for record in run.records:
            self.assertEqual(problems_of(record), [])

    @each(tools(batch=True))
    def test_errors_and_rejects(self, tool):
        office = self.new_office()
        run = office.run(
            tool.name,
            "--quiet",
            "--rejects",
            "bad.jsonl",
            *tool.arguments,
            input=tool.refused[0] + "\n" + tool.input,
            env={"GRID_ERRORS": "jsonl"},
        )
        rejects = (office.folder / "bad.jsonl").read_text()
        for line in (run.errors + rejects).splitlines():
            self.assertEqual(problems_of(json.loads(line)), [])


if __name__ == "__main__":
    unittest.main()
