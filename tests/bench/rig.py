"""What the measurements share: running commands, comparing two sides, an office with cases."""

import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import time

NOW = "2026-11-20T10:00:00+08:00"
NOW_SECONDS = 1795140000  # the same as seconds since 1970
STREET = "330782002"
COMMUNITIES = 20
GRIDS = 10  # of each community
CATEGORIES = ["01", "03", "0401", "0404", "05", "06", "07", "11"]
MATTERS = ["路灯不亮", "井盖破损", "垃圾堆放", "水管漏水", "噪声扰民", "占道经营", "电线飞拉",
           "楼道堆物", "墙面渗水", "树枝断落"]


def processor_seconds():
    """What all commands so far have used, with what the system did for them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# Elapsed time; bench.py --cpu takes processor_seconds instead.
clock = time.perf_counter


def run(command, stdin=None, env=None, cwd=None, stdout=subprocess.DEVNULL):
    """Runs a command to its end and returns the seconds it took."""
    started = clock()
    done = subprocess.run(command, stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, env=env,
                          cwd=cwd, check=False)
    seconds = clock() - started
    if done.returncode != 0:
        sys.exit(f"{command}: status {done.returncode}: {done.stderr.decode()[-400:]}")
    return seconds


def grid_code(n):
    """The grid in which the n-th case happened."""
    place = n * 7919 % (COMMUNITIES * GRIDS)
    return f"{STREET}{place // GRIDS + 1:03}{place % GRIDS + 1:03}"


class Rig:
    def __init__(self, options, folder):
        self.options = options
        self.folder = pathlib.Path(folder)
        self.env = dict(os.environ, GRID_NOW=NOW, LC_ALL="C.UTF-8", GRID_LANG="en",
                        PATH=f"{options.bin}:{os.environ['PATH']}",
                        XDG_CONFIG_HOME=str(self.folder), TASKDATA=str(self.folder / "task"),
                        TASKRC=str(self.folder / "taskrc"))
        self.env.pop("GRID_DB", None)
        (self.folder / "taskrc").write_text(f"data.location={self.folder}/task\nconfirmation=off\n")
        self.made = {}

    def tool(self, name, *arguments, db=None, stdin=None, stdout=subprocess.DEVNULL, now=NOW):
        command = [str(self.options.bin / name), "--format", "jsonl", "-q"]
        if db:
            command += ["--db", str(db)]
        return run(command + list(arguments), stdin=stdin, stdout=stdout,
                   env=dict(self.env, GRID_NOW=now))

    def sqlite(self, db, *statements):
        """Seconds that the public sqlite3 program takes for some statements."""
        return run(["sqlite3", "-bail", str(db), *statements], env=self.env)

    def ask(self, db, statement):
        """What sqlite3 answers to a statement, as text."""
        return subprocess.run(["sqlite3", str(db), statement], capture_output=True, text=True,
                              check=True).stdout.strip()

    def compare(self, what, ours, theirs, name="sqlite3", bound=None, prepare=None, count=None):
        """Ours and theirs in turn; prints the medians, the median of the ratios, and, where the
        number of records is given, how many a second are ours."""
        pairs = []
        for _ in range(self.options.runs):
            if prepare:
                prepare()
            pairs.append((ours(), theirs()))
        ratio = statistics.median(a / b for a, b in pairs)
        mine = statistics.median(a for a, _ in pairs)
        other = statistics.median(b for _, b in pairs)
        limit = f"  (bound {bound})" if bound else ""
        rate = f"  {count / mine:,.0f}/s beside {count / other:,.0f}/s" if count else ""
        print(f"{what:<56} {mine * 1000:>10.1f} ms {other * 1000:>10.1f} ms  {name:<12} "
              f"ratio {ratio:5.2f}{limit}{rate}", flush=True)

    def office(self, name):
        """A street with its communities and grids, and no case."""
        db = self.folder / name
        if "office" not in self.made:
            made = self.folder / "office.db"
            self.tool("grid-init", db=made)
            areas = [{"type": "area", "code": STREET, "name": "江东街道", "kind": "street"}]
            orgs = [{"type": "org", "code": "CG", "name": "综合执法队", "kind": "department",
                     "area": STREET}]
            for c in range(1, COMMUNITIES + 1):
                community = f"{STREET}{c:03}"
                areas.append({"type": "area", "code": community, "name": f"第{c}社区",
                              "kind": "community", "parent": STREET})
                areas += [{"type": "area", "code": f"{community}{g:03}", "name": f"第{g}网格",
                           "kind": "grid", "parent": community} for g in range(1, GRIDS + 1)]
            self.tool("grid-add", str(self.lines("office.jsonl", areas + orgs)), db=made)
            self.made["office"] = made
        shutil.copy(self.made["office"], db)
        return db

    def lines(self, name, records):
        path = self.folder / name
        with path.open("w", encoding="utf-8") as out:
            for record in records:
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
        return path

    def cases(self, count, start=0, reported=None):
        """`reported(n)`: when the n-th case was reported; without it now."""
        for n in range(start, start + count):
            house = f"{n % 97}幢{n % 6 + 1}单元"
            case = {"title": f"第{n}号{MATTERS[n % 10]}", "category": CATEGORIES[n * 31 % 8],
                    "text": f"居民反映{house}{MATTERS[n * 3 % 10]}已有三天,夜间出行不便,请尽快处理。",
                    "area": grid_code(n), "channel": "resident", "address": f"鸡鸣山{house}",
                    "source": "bench", "source_ref": f"b{n}"}
            if reported:
                case["reported_at"] = reported(n)
            yield case
