"""Steps of cases from JSON lines, beside one UPDATE of the same rows by sqlite3."""

import shutil

LATER = "2026-11-20T10:05:00+08:00"

ACCEPT = """UPDATE case_file SET state = 'accepted', accepted_at = 1795140300, stage = NULL,
  due = NULL, accepted_area = owner_area, last_seq = last_seq + 1, last_at = 1795140300
WHERE state = 'reported'"""
DISPATCH = """UPDATE case_file SET state = 'dispatched', dispatched_at = 1795140300, stage = 'sign',
  due = 1795143900, handle_due = 1795312800, owner_org = (SELECT id FROM org), first_org = owner_org,
  last_seq = last_seq + 1, last_at = 1795140300
WHERE state = 'accepted'"""


def steps(rig):
    """100,000 acceptances, then 100,000 dispatches; the other side writes no event."""
    count = rig.options.cases
    filed, ours_db, plain = (rig.folder / name for name in ("filed.db", "ours.db", "steps.db"))
    lines = rig.folder / "numbers.jsonl"
    rig.office(filed.name)
    with lines.open("wb") as out:
        rig.tool("case-report", str(rig.lines("cases.jsonl", rig.cases(count))), db=filed,
                 stdout=out)

    def act(*arguments):
        with lines.open("rb") as given:
            return rig.tool("case-act", *arguments, db=ours_db, stdin=given, now=LATER)

    def prepare():
        shutil.copy(filed, ours_db)
        shutil.copy(filed, plain)

    rig.compare(f"case-act accept of {count} / UPDATE", lambda: act("accept"),
                lambda: rig.sqlite(plain, ACCEPT), prepare=prepare, count=count)
    shutil.copy(ours_db, filed)
    rig.compare(f"case-act dispatch of {count} / UPDATE", lambda: act("dispatch", "--org", "CG"),
                lambda: rig.sqlite(plain, DISPATCH), prepare=prepare, count=count)
    assert rig.ask(ours_db, "select count(*) from event") == str(3 * count)
