"""What people wait for: a start, one case more, a short list."""

import shutil

from rig import run


def start(rig):
    """Start of a reading tool beside the start of sqlite3."""
    db = rig.office("start.db")
    for _ in range(20):
        rig.tool("grid-list", "org", db=db)
    many = 40

    def ours():
        return sum(rig.tool("grid-list", "org", db=db) for _ in range(many)) / many

    def theirs():
        return sum(rig.sqlite(db, "select code, name from org order by code")
                   for _ in range(many)) / many

    rig.compare("start: grid-list / sqlite3 FILE 'select …'", ours, theirs, bound=1.7)


def tasks(rig):
    """Filing and listing cases one by one beside Taskwarrior's tasks."""
    if not shutil.which("task"):
        print("taskwarrior is not installed: skipped")
        return
    db = rig.office("tasks.db")
    fresh = iter(rig.cases(10 ** 6))

    def ours():
        return rig.tool("case-report", str(rig.lines("one.jsonl", [next(fresh)])), db=db)

    def theirs():
        return run(["task", "rc.verbose=nothing", "add", next(fresh)["title"]], env=rig.env)

    for _ in range(200):
        ours()
        theirs()
    rig.compare("filing one more at 200 / task add", ours, theirs, "taskwarrior")
    rig.compare("listing 200 / task export", lambda: rig.tool("case-list", db=db),
                lambda: run(["task", "export"], env=rig.env), "taskwarrior")
