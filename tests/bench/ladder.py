"""The ladder over many cases of which one in a hundred is late, beside sqlite3 doing the same rows."""

import shutil

TABLES = ("ladder_firing", "event")


def other_side(rig, before, after):
    """SQL that finds what is late and then writes the rows that the ladder wrote, from `after`."""
    columns = rig.ask(before, "select group_concat(name || ' = n.' || name, ', ') from "
                              "pragma_table_info('case_file') where name in ('state', 'level', "
                              "'owner_area', 'stage', 'due', 'case_due', 'supervise', 'ladder_at', "
                              "'last_seq', 'last_at', 'late', 'used')")
    return [
        f"ATTACH '{after}' AS done",
        ".output /dev/null",
        "SELECT * FROM case_file WHERE ladder_at <= 1795140000 AND ended_at IS NULL",
        ".output",
        "BEGIN",
        "INSERT INTO ladder_firing SELECT * FROM done.ladder_firing",
        "INSERT INTO event SELECT * FROM done.event"
        " WHERE id > (SELECT max(id) FROM main.event)",
        f"UPDATE case_file SET {columns} FROM done.case_file AS n WHERE n.id = case_file.id"
        " AND case_file.id IN (SELECT case_file FROM done.ladder_firing)",
        "COMMIT",
    ]


def ladder(rig):
    """case-escalate --overdue; the other side reads the rows it writes from a finished copy."""
    many = rig.options.many
    before, ours_db, plain, after = (rig.folder / name for name in (
        "ladder.db", "ladder-ours.db", "ladder-plain.db", "ladder-done.db"))
    rig.office(before.name)

    # Late by a day, or just reported.
    def reported(n):
        return "2026-11-18T09:00:00+08:00" if n % 100 == 0 else "2026-11-20T09:59:00+08:00"

    rig.tool("case-report", str(rig.lines("many.jsonl", rig.cases(many, reported=reported))),
             db=before)
    shutil.copy(before, after)
    rig.tool("case-escalate", "--overdue", db=after)
    fired = rig.ask(after, "select count(distinct case_file) || ' cases, ' || count(*) || "
                           "' rows' from ladder_firing")
    statements = other_side(rig, before, after)

    def prepare():
        shutil.copy(before, ours_db)
        shutil.copy(before, plain)

    rig.compare(f"case-escalate --overdue at {many} ({fired})",
                lambda: rig.tool("case-escalate", "--overdue", db=ours_db),
                lambda: rig.sqlite(plain, *statements), bound=2.0, prepare=prepare)
    for each in (before, ours_db, plain, after):
        each.unlink()
