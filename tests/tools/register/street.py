"""A street with an invented register, as the generators of examples/jiangdong make it, for the
suites beside it: tools run in a folder of their own."""

import json
import os
import pathlib
import subprocess
import sys

BUILD = pathlib.Path(os.environ["GRID_BUILD"]).resolve()
EXAMPLE = pathlib.Path(__file__).resolve().parents[3] / "examples" / "jiangdong"
NOW = "2026-11-20T10:00:00+08:00"


class Street:
    def __init__(self, folder, people, seed=1, damage=0.0, encoding="gb18030"):
        self.folder = pathlib.Path(folder)
        self.env = dict(os.environ, GRID_NOW=NOW, GRID_AS="chen", GRID_LANG="en", LC_ALL="C.UTF-8",
                        GRID_ERRORS="jsonl", PATH=f"{BUILD / 'bin'}:{os.environ['PATH']}",
                        XDG_CONFIG_HOME=str(self.folder))
        self.generate("make_office.py", "--out", ".")
        self.generate("make_register.py", "--areas", "area.jsonl", "--people", str(people),
                      "--damage", str(damage), "--out", "register.csv", "--truth", "truth.jsonl",
                      "--encoding", encoding, "--seed", str(seed))
        self.office("empty.db")

    def generate(self, script, *arguments):
        subprocess.run([sys.executable, "-B", str(EXAMPLE / script), *arguments], check=True,
                       cwd=self.folder, capture_output=True)

    def office(self, name):
        self.run("grid-init", "--db", name)
        self.run("grid-add", "--db", name, "area.jsonl")

    def run(self, tool, *arguments, status=0):
        """Standard output and standard error of a tool that must end with this status."""
        done = subprocess.run([tool, *arguments], cwd=self.folder, env=self.env,
                              capture_output=True, check=False)
        if done.returncode != status:
            raise AssertionError(f"{tool} {arguments}: {done.returncode}\n{done.stderr[-2000:]}")
        return done.stdout, done.stderr

    def imported(self, db, name, *options, status=0):
        """The import's own record, and what it said of rows: (row, type, code)."""
        out, err = self.run("household-import", "--db", db, *options, name, status=status)
        said = [json.loads(line) for line in err.decode().splitlines() if line.startswith("{")]
        return json.loads(out), [(s.get("row"), s["type"], s["code"]) for s in said]

    def content(self, db):
        """Everybody and every household, as bytes that can be imported again."""
        people, _ = self.run("household-list", "--db", db, "--by", "person", "--reveal", "test")
        homes, _ = self.run("household-list", "--db", db, "--by", "household", "--reveal", "test")
        return homes + people
