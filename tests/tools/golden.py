"""Runs the golden files: python3 golden.py [--update] BIN FILE.t...

A file is a dialogue, run from top to bottom in a folder of its own:

    # a comment
    $ grid-add <<'EOF'
    > {"type":"area","code":"1","name":"x","kind":"street"}
    > EOF
    {"type":"area","v":1,"code":"1","name":"x","kind":"street","outcome":"added"}
    ! read=1 added=1 changed=0 same=0 rejected=0
    ? 3

"$ " begins a command for bash, "> " continues it; then come its standard output, its standard
error ("! ") and its status ("? ") unless that is 0. A blank line ends the block. An output line
that would be mistaken for one of these, or is blank, has a backslash before it; "\\%" says that the
last line has no newline.

The folder holds the files of office/. What differs from run to run is written as a word:
RECEIPT, UID, BYTES, HASH, SYSTEM (the system login). --update rewrites the files with what the
tools print now. JSON records are checked against schema/records/ by the way.
"""

import argparse
import dataclasses
import difflib
import os
import pathlib
import pwd
import re
import shutil
import subprocess
import sys
import tempfile

from records import problems_of, records_in

NOW = "2026-11-20T10:00:00+08:00"
PATIENCE = 120
SEED = pathlib.Path(__file__).resolve().parent / "office"
VARYING = (
    (re.compile(r"\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b"), "RECEIPT"),
    (re.compile(r'"bytes":\d+'), '"bytes":BYTES'),
    (re.compile(r'"hash":"[0-9a-f]{64}"'), '"hash":"HASH"'),
    (re.compile(r'"digest":"[0-9a-f]{64}"'), '"digest":"HASH"'),
    (re.compile(r"\b[0-9a-f]{32}\b"), "UID"),
    (re.compile(f'"login":"{pwd.getpwuid(os.getuid()).pw_name}"'), '"login":"SYSTEM"'),
)


@dataclasses.dataclass
class Block:
    """Lines before the command as they stand, the command's lines, and what is expected."""

    prose: list
    command: list
    expected: list


def parse(text):
    blocks, prose, command, expected = [], [], [], []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command:
                blocks.append(Block(prose, command, expected))
                prose, expected = [], []
            command = [line]
        elif line[:2] in ("> ", ">") and command and not expected:
            command.append(line)
        elif command and line and not line.startswith("# "):
            expected.append(line)
        else:
            if command:
                blocks.append(Block(prose, command, expected))
                prose, command, expected = [], [], []
            prose.append(line)
    if command:
        blocks.append(Block(prose, command, expected))
        prose = []
    return blocks, prose


def escaped(text):
    lines = []
    for line in text.splitlines():
        special = line == "" or re.match(r"[$>!?#] |>$|\\", line)
        lines.append("\\" + line if special else line)
    if text and not text.endswith("\n"):
        lines.append("\\%")
    return lines


def steady(text):
    for pattern, word in VARYING:
        text = pattern.sub(word, text)
    return text


class Dialogue:
    def __init__(self, folder, bin_folder):
        self.folder = folder
        kept = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ} | {
            "PATH": f"{bin_folder}:/usr/bin:/bin",
            "HOME": str(folder),
            "TMPDIR": str(folder),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "GRID_DB": "grid.db",
            "GRID_NOW": NOW,
            "GRID_AS": "chen",
        }

    def run(self, block):
        """The lines that should be expected, and the raw standard output."""
        script = "\n".join(line[2:] for line in block.command) + "\n"
        done = subprocess.run(
            ["bash", "-c", "set -o pipefail\n" + script],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        out = done.stdout.decode()
        errors = steady(done.stderr.decode()).splitlines()
        lines = escaped(steady(out)) + ["! " + line for line in errors]
        if done.returncode != 0:
            lines.append(f"? {done.returncode}")
        return lines, out


def run_file(path, bin_folder):
    """What the file should say, and the problems of records that no schema allows."""
    blocks, rest = parse(path.read_text())
    lines, problems = [], []
    with tempfile.TemporaryDirectory(prefix="grid-golden-") as folder:
        shutil.copytree(SEED, folder, dirs_exist_ok=True)
        dialogue = Dialogue(pathlib.Path(folder), bin_folder)
        for block in blocks:
            said, out = dialogue.run(block)
            lines += block.prose + block.command + said
            for record in records_in(out):
                problems += [f"{block.command[0]}: {p}" for p in problems_of(record)]
    return "\n".join(lines + rest) + "\n", problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--update", action="store_true")
    parser.add_argument("bin", type=pathlib.Path)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    arguments = parser.parse_args()
    failed = 0
    for path in arguments.files:
        before = path.read_text()
        now, problems = run_file(path, arguments.bin.resolve())
        if arguments.update:
            path.write_text(now)
        elif now != before:
            problems += difflib.unified_diff(
                before.splitlines(), now.splitlines(), "expected", "printed", lineterm="", n=2
            )
        failed += bool(problems)
        if problems:
            print(f"FAILED {path}", *problems, sep="\n")
    print(f"{len(arguments.files)} dialogues, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
