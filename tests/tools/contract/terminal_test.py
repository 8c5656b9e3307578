"""Contract 1.3: control characters never reach a terminal unescaped, in any format."""

import json
import os
import pty
import unittest

from office import OfficeTest

# C1's CSI, a mark that turns the direction of writing, and DEL's neighbours of JSON's escapes.
HOSTILE = "灯\u009b31m红\u202e反"


def read_terminal(master):
    """All that the other side of a pseudo-terminal wrote."""
    read = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # Linux says EIO when the other side has closed
            piece = b""
        if not piece:
            return read.decode("utf-8")
        read += piece


class Terminal(OfficeTest):
    def on_terminal(self, office, *command):
        try:
            master, slave = pty.openpty()
        except OSError as none:  # a bare system whose /dev/pts is not mounted
            self.skipTest(f"no pseudo-terminal: {none}")
        try:
            run = office.run(*command, stdout=slave)
            os.close(slave)
            slave = None
            self.assert_status(run, 0)
            return read_terminal(master)
        finally:
            os.close(master)
            if slave is not None:
                os.close(slave)

    def test_hostile_titles_are_escaped_on_a_terminal_and_kept_in_a_pipe(self):
        office = self.new_office()
        case = {"title": HOSTILE, "category": "0502", "area": "330782002005001"}
        office.must("case-report", input=json.dumps(case, ensure_ascii=False) + "\n")
        commands = [("case-list", "--format", name) for name in ("table", "csv", "jsonl")]
        commands.append(("list-export", "cases", "--columns", "no,title", "--format", "csv"))
        for command in commands:
            with self.subTest(command=command):
                shown = self.on_terminal(office, *command)
                self.assertIn("灯", shown)
                self.assertNotIn("\u009b", shown)
                self.assertNotIn("\u202e", shown)
        piped = office.must("case-list", "--format", "jsonl", "--text", "灯")
        self.assertEqual([record["title"] for record in piped.records if record["title"] == HOSTILE],
                         [HOSTILE])

    def test_a_bell_in_a_field_is_refused(self):
        office = self.new_office()
        case = {"title": "灯\u0007", "category": "0502", "area": "330782002005001"}
        run = office.run("case-report", input=json.dumps(case) + "\n")
        self.assert_status(run, 3)
        self.assertIn("[field.control]", run.errors)


if __name__ == "__main__":
    unittest.main()
