#!/usr/bin/env python3
"""Measures the tools beside public ones on the same input in the same run, and prints ratios.

    tests/bench/bench.py [--bin DIR] [--cases N] [--many N] [--runs N] [NAME]...

Machines are noisy: the two sides of a comparison run in turn, and what counts is the median of
the ratios. Nothing here fails because of a time; a bound is printed beside its ratio.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
NOW = "2026-11-20T10:00:00+08:00"
STREET = "330782002"


def run(command, stdin=None, env=None, cwd=None):
    """Runs a command to its end and returns the seconds it took."""
    started = time.perf_counter()
    done = subprocess.run(command, stdin=stdin, stdout=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, env=env, cwd=cwd, check=False)
    seconds = time.perf_counter() - started
    if done.returncode != 0:
        sys.exit(f"{command}: status {done.returncode}: {done.stderr.decode()[-400:]}")
    return seconds


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = pathlib.Path(folder)
        self.env = dict(os.environ, GRID_NOW=NOW, LC_ALL="C.UTF-8", GRID_LANG="en",
                        PATH=f"{options.bin}:{os.environ['PATH']}",
                        XDG_CONFIG_HOME=str(self.folder), TASKDATA=str(self.folder / "task"),
                        TASKRC=str(self.folder / "taskrc"))
        self.env.pop("GRID_DB", None)
        (self.folder / "taskrc").write_text(f"data.location={self.folder}/task\nconfirmation=off\n")

    def tool(self, name, *arguments, db=None, stdin=None):
        command = [str(self.options.bin / name), "--format", "jsonl", "-q"]
        if db:
            command += ["--db", str(db)]
        return run(command + list(arguments), stdin=stdin, env=self.env)

    def compare(self, what, ours, theirs, name, bound=None, prepare=None):
        """Ours and theirs in turn; prints the medians and the median of the ratios."""
        pairs = []
        for _ in range(self.options.runs):
            if prepare:
                prepare()
            pairs.append((ours(), theirs()))
        ratio = statistics.median(a / b for a, b in pairs)
        mine = statistics.median(a for a, _ in pairs)
        other = statistics.median(b for _, b in pairs)
        limit = f"  (bound {bound})" if bound else ""
        print(f"{what:<52} {mine * 1000:>10.1f} ms {other * 1000:>10.1f} ms  {name:<12} "
              f"ratio {ratio:5.2f}{limit}", flush=True)

    def office(self, name):
        """A street with one community and three grids."""
        db = self.folder / name
        self.tool("grid-init", db=db)
        areas = [{"type": "area", "code": STREET, "name": "江东街道", "kind": "street"},
                 {"type": "area", "code": STREET + "005", "name": "鸡鸣山社区", "kind": "community"}]
        areas += [{"type": "area", "code": f"{STREET}005{n:03}", "name": f"第{n}网格", "kind": "grid"}
                  for n in (1, 2, 3)]
        self.file_lines("areas.jsonl", areas)
        self.tool("grid-add", str(self.folder / "areas.jsonl"), db=db)
        return db

    def file_lines(self, name, records):
        path = self.folder / name
        with path.open("w", encoding="utf-8") as out:
            for record in records:
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
        return path

    def cases(self, count, start=0):
        categories = ["0104", "0301", "0401", "0404", "0501", "0601", "0701", "1101"]
        for n in range(start, start + count):
            yield {"title": f"第{n}号楼道路灯不亮", "category": categories[n % 8][:2],
                   "text": f"居民反映{n % 97}幢{n % 6 + 1}单元楼道路灯已有三天不亮,夜间出行不便,请尽快处理。",
                   "area": f"{STREET}005{n % 3 + 1:03}", "channel": "resident",
                   "address": f"鸡鸣山{n % 97}幢{n % 6 + 1}单元", "source": "bench",
                   "source_ref": f"b{n}"}

    # -- what is measured ------------------------------------------------------------------

    def start(self):
        """Start of a reading tool beside the start of sqlite3."""
        db = self.office("start.db")
        for _ in range(20):
            self.tool("grid-list", "area", db=db)
        many = 40

        def ours():
            return sum(self.tool("grid-list", "area", db=db) for _ in range(many)) / many

        def theirs():
            return sum(run(["sqlite3", str(db), "select code, name from area join area_spell "
                            "on area = id order by code"], env=self.env)
                       for _ in range(many)) / many

        self.compare("start: grid-list / sqlite3 FILE 'select …'", ours, theirs, "sqlite3", 1.7)

    def plain_copy(self, db):
        """The cases and events of `db` as CSV, and the two tables without triggers."""
        schema = subprocess.run(["sqlite3", str(db), "select sql || ';' from sqlite_schema where "
                                 "tbl_name in ('case_file', 'event') and type in ('table', 'index') "
                                 "and sql is not null"], capture_output=True, text=True, check=True)
        (self.folder / "plain.sql").write_text(schema.stdout)
        for table, blobs in (("case_file", ()), ("event", ("personal", "hash"))):
            names = subprocess.run(["sqlite3", str(db), f"select name from pragma_table_info('{table}')"],
                                   capture_output=True, text=True, check=True).stdout.split()
            columns = ", ".join(f"hex({n}) as {n}" if n in blobs else n for n in names)
            with (self.folder / f"{table}.csv").open("wb") as out:
                subprocess.run(["sqlite3", "-csv", str(db), f"select {columns} from {table}"],
                               stdout=out, check=True)

    def filing(self):
        """Filing many cases beside importing the finished rows into plain tables."""
        count = self.options.cases
        lines = self.file_lines("cases.jsonl", self.cases(count))
        empty = self.office("filing-empty.db")
        first = self.folder / "filing-0.db"
        shutil.copy(empty, first)
        self.tool("case-report", str(lines), db=first)
        self.plain_copy(first)
        (self.folder / "relaxed.sql").write_text(
            (self.folder / "plain.sql").read_text().replace(" STRICT", "").replace(" BLOB", " TEXT"))
        db, plain = self.folder / "filing.db", self.folder / "plain.db"

        def prepare():
            for path in (db, plain):
                path.unlink(missing_ok=True)
            shutil.copy(empty, db)
            with (self.folder / "relaxed.sql").open() as schema:
                subprocess.run(["sqlite3", str(plain)], stdin=schema, check=True)

        def ours():
            return self.tool("case-report", str(lines), db=db)

        def theirs():
            return run(["sqlite3", str(plain), f".import --csv {self.folder}/case_file.csv case_file",
                        f".import --csv {self.folder}/event.csv event"], env=self.env)

        self.compare(f"filing {count} cases / .import of the same rows", ours, theirs, "sqlite3", 3.0,
                     prepare)
        if shutil.which("sqlite-utils"):
            def utils():
                path = self.folder / "utils.db"
                path.unlink(missing_ok=True)
                return run(["sqlite-utils", "insert", str(path), "cases", str(lines), "--nl"],
                           env=self.env)
            self.compare(f"filing {count} cases / sqlite-utils insert --nl", ours, utils,
                         "sqlite-utils", prepare=prepare)

    def growth(self):
        """Filing one case in a large file beside filing one in a small file."""
        small, large = self.office("small.db"), self.office("large.db")
        self.tool("case-report", str(self.file_lines("small.jsonl", self.cases(1000))), db=small)
        self.tool("case-report", str(self.file_lines("large.jsonl", self.cases(self.options.many))),
                  db=large)
        fresh = iter(self.cases(10 ** 6, start=10 ** 8))

        def one(db):
            total, each = 0.0, 15
            for _ in range(each):
                line = self.file_lines("one.jsonl", [next(fresh)])
                total += self.tool("case-report", str(line), db=db)
            return total / each

        self.compare(f"filing one case at {self.options.many} / at 1000", lambda: one(large),
                     lambda: one(small), "case-report", 1.3)

    def tasks(self):
        """Filing and listing cases one by one beside Taskwarrior's tasks."""
        if not shutil.which("task"):
            print("taskwarrior is not installed: skipped")
            return
        db = self.office("tasks.db")
        fresh = iter(self.cases(10 ** 6))

        def ours():
            line = self.file_lines("one.jsonl", [next(fresh)])
            return self.tool("case-report", str(line), db=db)

        def theirs():
            case = next(fresh)
            return run(["task", "rc.verbose=nothing", "add", case["title"]], env=self.env)

        for _ in range(200):
            ours()
            theirs()
        self.compare("filing one more at 200 / task add", ours, theirs, "taskwarrior")
        self.compare("listing 200 / task export", lambda: self.tool("case-list", db=db),
                     lambda: run(["task", "export"], env=self.env), "taskwarrior")


def main():
    names = ["start", "filing", "growth", "tasks"]
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bin", type=pathlib.Path, default=ROOT / "build/release/bin")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--many", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    options = parser.parse_args()
    options.bin = options.bin.resolve()
    unknown = set(options.names) - set(names)
    if unknown:
        parser.error(f"no measurement {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    print(f"{'what':<52} {'ours':>13} {'other':>13}")
    with tempfile.TemporaryDirectory(prefix="grid-bench-") as folder:
        bench = Bench(options, folder)
        for name in options.names or names:
            getattr(bench, name)()


if __name__ == "__main__":
    main()
