"""Runs the examples of the manuals and of README.md, each page in an office of its own.

In man/: the literal displays under EXAMPLES, and all of those of section 7; a line that begins with
"$ " is a command, "> " continues it. In README.md: the ```sh blocks that use the tools, from an
empty folder. A command must succeed unless "# exit N" stands behind it. The commands of a page
run in order, in one folder.
"""

import dataclasses
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["GRID_BUILD"]).resolve()
TOOLS = (BUILD / "tools.txt").read_text().split()
NOW = "2026-11-20T10:00:00+08:00"
PATIENCE = 120
EXAMPLES = ("EXAMPLES", "示例")


@dataclasses.dataclass
class Command:
    line: int
    text: str
    status: int


def command_at(number, line):
    """A command and the status that it announces."""
    announced = re.search(r"\s+# exit (\d+)$", line)
    if announced is None:
        return Command(number, line, 0)
    return Command(number, line[: announced.start()], int(announced.group(1)))


def plain(line):
    """A line of mdoc's literal text as the reader sees it."""
    for escape, shown in (("\\e", "\\"), ("\\(dq", '"'), ("\\(aq", "'"), ("\\-", "-"), ("\\&", "")):
        line = line.replace(escape, shown)
    return line


def commands_of_page(path):
    section, literal, found = "", False, []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.startswith(".Sh "):
            section = line[4:]
        elif line.startswith(".Bd -literal"):
            literal = section in EXAMPLES or path.suffix == ".7"
        elif line.startswith(".Ed"):
            literal = False
        elif literal and line.startswith("$ "):
            found.append(command_at(number, plain(line[2:])))
        elif literal and line.startswith("> ") and found:
            found[-1].text += "\n" + plain(line[2:])
    return found


def commands_of_readme(path):
    """Commands of the ```sh blocks; those that install and build are the reader's own."""
    found, inside, block = [], False, []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line == "```sh":
            inside, block = True, []
        elif line == "```" and inside:
            inside = False
            if any(tool in command.text for command in block for tool in TOOLS):
                found += block
        elif inside and block and block[-1].text.endswith(("\\", "|")):
            block[-1].text += "\n" + line
        elif inside and line and not line.startswith("#"):
            block.append(command_at(number, line.removeprefix("$ ")))
    return found


class Examples(unittest.TestCase):
    def empty_folder(self):
        folder = tempfile.mkdtemp(prefix="grid-examples-")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        env = {
            "PATH": f"{BUILD / 'bin'}:/usr/bin:/bin",
            "HOME": folder,
            "LC_ALL": "C.UTF-8",
            "GRID_NOW": NOW,
        }
        return folder, env

    def office(self):
        folder, env = self.empty_folder()
        env["GRID_DB"] = "grid.db"
        self.shell("sh " + str(ROOT / "tests/docs/setup.sh"), folder, env)
        return folder, env

    def shell(self, text, folder, env):
        # A closed standard input: an example that waits for one would wait for ever.
        return subprocess.run(
            ["bash", "-c", text],
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def run_all(self, path, commands, folder, env):
        for command in commands:
            run = self.shell(command.text, folder, env)
            with self.subTest(where=f"{path.relative_to(ROOT)}:{command.line}"):
                self.assertEqual(
                    run.returncode, command.status, f"\n$ {command.text}\n{run.stdout}{run.stderr}"
                )

    def test_the_office_is_whole(self):
        folder, env = self.office()
        run = self.shell("grid-check", folder, env)
        self.assertEqual((run.returncode, run.stdout), (0, ""), run.stderr)

    def test_manuals(self):
        pages = sorted(ROOT.glob("man/**/*.[157]"))
        for path in pages:
            if path.suffix == ".1" and path.stem not in TOOLS:
                continue
            commands = commands_of_page(path)
            with self.subTest(page=path.name):
                self.assertTrue(commands or path.suffix == ".5", f"{path} has no examples")
            self.run_all(path, commands, *self.office())

    def test_readme(self):
        path = ROOT / "README.md"
        commands = commands_of_readme(path)
        self.assertTrue(commands)
        self.run_all(path, commands, *self.empty_folder())


if __name__ == "__main__":
    unittest.main()
