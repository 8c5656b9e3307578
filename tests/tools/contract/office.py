"""An office in a folder of its own, and the tools run in it.

GRID_BUILD names the build; its tools.txt lists the binaries, one a line. Every run gets a small
environment of its own, so that nothing of the caller's settings reaches a tool.
"""

import atexit
import dataclasses
import fcntl
import functools
import json
import os
import pathlib
import select
import shutil
import signal
import sqlite3
import struct
import subprocess
import tempfile
import termios
import unittest

BUILD = pathlib.Path(os.environ["GRID_BUILD"]).resolve()
NOW = "2026-11-20T10:00:00+08:00"  # a Friday, in office hours
ADMIN = "chen"
# Bounds a tool that hangs; no test waits for it to pass.
PATIENCE = 120


def built_tools():
    return (BUILD / "tools.txt").read_text().split()


@dataclasses.dataclass(frozen=True)
class Run:
    """What a tool left behind. `status` is the shell's: 128 + n where signal n ended it."""

    status: int
    out: bytes
    err: bytes

    @property
    def text(self):
        return self.out.decode()

    @property
    def errors(self):
        return self.err.decode()

    @property
    def records(self):
        return [json.loads(line) for line in self.text.splitlines()]


def shell_status(returncode):
    return 128 - returncode if returncode < 0 else returncode


def default_signals():
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)


class Office:
    """A folder with the office's file grid.db; it is also the current directory of the runs."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.db = self.folder / "grid.db"

    def environment(self, changes=None):
        kept = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")
        env = {name: os.environ[name] for name in kept if name in os.environ}
        env |= {
            "PATH": f"{BUILD / 'bin'}:/usr/bin:/bin",
            "HOME": str(self.folder / "home"),
            "LC_ALL": "C.UTF-8",
            "GRID_DB": "grid.db",  # in the current directory: the same bytes in every office
            "GRID_AS": ADMIN,
            "GRID_NOW": NOW,
        }
        env |= changes or {}
        return {name: value for name, value in env.items() if value is not None}

    def start(self, *arguments, env=None, program=None, before=None, **pipes):
        """A running tool; `before` runs in the child, after the signals are put back."""

        def prepare():
            default_signals()
            if before is not None:
                before()

        return subprocess.Popen(
            [str(program or BUILD / "bin" / arguments[0]), *map(str, arguments[1:])],
            cwd=self.folder,
            env=self.environment(env),
            preexec_fn=prepare,
            **pipes,
        )

    def run(self, *arguments, input="", env=None, before=None, program=None, stdout=None):
        data = input if isinstance(input, bytes) else input.encode()
        process = self.start(
            *arguments,
            env=env,
            before=before,
            program=program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE if stdout is None else stdout,
            stderr=subprocess.PIPE,
        )
        try:
            out, err = process.communicate(data, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            raise AssertionError(f"{arguments} did not end within {PATIENCE} s") from None
        return Run(shell_status(process.returncode), out or b"", err)

    def sample(self, tool, *more, **options):
        """The tool with arguments under which it succeeds; `more` goes before them."""
        return self.run(tool.name, *more, *tool.arguments, input=tool.input, **options)

    def must(self, *arguments, status=(0,), **options):
        run = self.run(*arguments, **options)
        if run.status not in status:
            raise AssertionError(f"{arguments}: status {run.status}\n{run.errors}")
        return run

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


# An office that the golden files and the manuals' examples use too. Its second grid has no head:
# grid-check has something to tell.
SEED = pathlib.Path(__file__).resolve().parents[1] / "office"
AREAS = (SEED / "office.jsonl").read_text()
CASES = (SEED / "cases.jsonl").read_text()
REGISTER = (SEED / "register.csv").read_text()
# Somebody who left long ago: the third person.
LEFT = '{"community":"330782002005","household_no":"0001","name":"周离","until":"2020-03-01"}\n'


@functools.cache
def template():
    """An office with areas, posts and, where the tools are built, cases and a household."""
    folder = tempfile.mkdtemp(prefix="grid-office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    office = Office(folder)
    (office.folder / "home").mkdir()
    office.must("grid-init")
    # A secret that is known, so that the receipts of the cases are.
    with sqlite3.connect(office.db) as db:
        db.execute("UPDATE office SET secret = ?", (bytes(range(32)),))
    db.close()
    office.must("grid-add", input=AREAS)
    tools = built_tools()
    if "case-report" in tools:
        # Eight days before NOW: some of these are late.
        office.must("case-report", input=CASES, env={"GRID_NOW": "2026-11-12T09:00:00+08:00"})
    if "case-act" in tools:
        office.must("case-act", "accept", "330782002-20261112-0002")
    if "household-import" in tools:
        office.write("register.csv", REGISTER)
        office.must("household-import", "register.csv")
        office.must("household-import", "-", input=LEFT)
        office.must("household-list", "--by", "person", "--reveal", "核对登记")
    return office.folder


class OfficeTest(unittest.TestCase):
    """Gives each test offices of its own, gone afterwards."""

    maxDiff = 4000

    def new_folder(self):
        folder = tempfile.mkdtemp(prefix="grid-contract-")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return pathlib.Path(folder)

    def new_office(self):
        folder = self.new_folder() / "office"
        shutil.copytree(template(), folder)
        return Office(folder)

    def empty_office(self):
        """No file yet."""
        folder = self.new_folder()
        (folder / "home").mkdir()
        return Office(folder)

    def assert_status(self, run, *expected):
        self.assertIn(run.status, expected, f"\nstdout: {run.out[:500]}\nstderr: {run.err[:2000]}")

    def assert_one_line(self, run, *parts):
        self.assertEqual(run.err.count(b"\n"), 1, run.errors)
        self.assertEqual(run.out, b"")
        for part in parts:
            self.assertIn(part, run.errors)


def each(tools):
    """Runs a test once for each of the tools, every one reported by its name."""

    def decorate(test):
        @functools.wraps(test)
        def run(self):
            for tool in tools:
                with self.subTest(tool=tool.name, arguments=tool.arguments):
                    test(self, tool)

        return run

    return decorate


def read_line(process, seconds=30):
    """The next line of standard output as soon as it is there; b"" where none comes in time."""
    line = b""
    fd = process.stdout.fileno()
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([fd], [], [], seconds)
        piece = os.read(fd, 1) if ready else b""
        if not piece:
            break
        line += piece
    return line


def wait_until_read(process):
    """Until the tool has taken all that was written to its standard input."""
    waiting = b"\1\0\0\0"
    while struct.unpack("i", waiting)[0] > 0 and process.poll() is None:
        select.select([], [], [], 0.005)
        waiting = fcntl.ioctl(process.stdin.fileno(), termios.FIONREAD, bytes(4))
