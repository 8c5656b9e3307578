"""grid-backup --rebuild: all events filed again into an empty file give the same file.

The office first lives through a few weeks in which every step that case-act offers is tried, by
people of every post, on cases of all states: what is not open is refused and changes nothing. A
step that is new in the program takes part without a change here.
"""

import json
import random
import re
import sqlite3
import unittest

from office import ADMIN, SEED, OfficeTest

PEOPLE = ("clerk", "clerk2", "boss", "cg1", "wy1", "sq1", "head1", "worker1", "caller")
CATEGORIES = ("0401", "0401", "0401", "03", "0502")
MOST_DAYS = 30
MORE = """
{"type":"org","code":"SQ","name":"社区服务","kind":"committee","area":"330782002005"}
{"type":"staff","login":"caller","name":"吴十","role":"hotline"}
{"type":"staff","login":"cg1","name":"钱七","role":"handler","org":"CG"}
{"type":"staff","login":"wy1","name":"冯一","role":"handler","org":"WY"}
{"type":"staff","login":"sq1","name":"褚二","role":"handler","org":"SQ"}
"""
ENDINGS = ("void", "reject", "merge", "suspend")  # rarely, or few cases would go on


def facts_for(chance, numbers):
    """What a step may ask for: each takes its own fields and passes over the rest."""
    facts = {
        "org": chance.choice(("CG", "CG", "WY", "SQ")),
        "joint": chance.choice((["WY"], ["SQ"], ["WY", "SQ"], [])),
        "reason": chance.choice(("", "", "area", "duty", "urge", "consultation")),
        "text": chance.choice(("已清理", "a=b\\n\nc", "已到现场")),
        "limit": "1wd",
        "level": chance.randint(1, 3),
        "into": chance.choice(numbers),
        "contacted": chance.random() < 0.8,
        "solved": chance.random() < 0.5,
        "satisfaction": chance.choice(("satisfied", "basic", "dissatisfied")),
    }
    # A whistle without these calls a unit; each of them tells of one that was called.
    later = chance.choice(({}, {"arrived": True}, {"outcome": "已处置"}, {"score": 80}))
    return facts | later


def actions_of(office):
    shown = office.must("case-act", "--help").text
    return re.search(r"Actions:\n(.*?)\n\n", shown, re.S)[1].split()


def moment(day, hour):
    """From the second of November 2026 on, a Monday."""
    month, of_month = (11, 2 + day) if day < 29 else (12, day - 28)
    return f"2026-{month:02}-{of_month:02}T{hour:02}:00:00+08:00"


def taken(office):
    with sqlite3.connect(office.db) as db:
        return {row[0] for row in db.execute("SELECT DISTINCT action FROM event")}


def report_some(office, chance, now):
    cases = []
    for number in range(4):
        case = {"title": f"事{number}", "category": chance.choice(CATEGORIES)}
        case["area"] = chance.choice(("330782002005001", "330782002005002"))
        case["urgency"] = chance.choice(("normal", "normal", "urgent", "emergency"))
        if number == 0:
            case |= {"reporter_name": "王先生", "reporter_phone": "13900001111"}
        cases.append(json.dumps(case))
    run = office.must("case-report", input="\n".join(cases), env={"GRID_NOW": now})
    return [record["no"] for record in run.records]


def try_steps(office, chance, numbers, now):
    steps = [("case-act", action) for action in actions_of(office)] + [("case-escalate",)]
    chance.shuffle(steps)
    for step in steps:
        share = 8 if step[-1] in ENDINGS else 2
        chosen = chance.sample(numbers, len(numbers) // share + 1)
        lines = [json.dumps({"no": no} | facts_for(chance, numbers)) for no in chosen]
        actor = ADMIN if chance.random() < 0.4 else chance.choice(PEOPLE)
        env = {"GRID_NOW": now, "GRID_AS": actor}
        office.must(*step, input="\n".join(lines) + "\n", env=env, status=(0, 3))


def live(office, seed):
    """Files cases, tries steps and lets the ladder work until each step was taken once."""
    chance = random.Random(seed)
    office.must("grid-add", input=MORE)
    wanted = {*actions_of(office), "escalate"}
    numbers = []
    for day in range(MOST_DAYS):
        numbers += report_some(office, chance, moment(day, 8))
        for hour in range(9, 18, 2):
            try_steps(office, chance, numbers, moment(day, hour))
        night = {"GRID_NOW": moment(day, 22)}
        office.must("case-escalate", "--overdue", env=night, status=(0, 3))
        if day >= 5 and wanted <= taken(office):
            return
    raise AssertionError(f"never taken: {wanted - taken(office)}")


class Rebuild(OfficeTest):
    def lived(self, seed):
        office = self.empty_office()
        env = {"GRID_NOW": moment(0, 7)}
        office.must("grid-init", env=env)
        seed_office = (SEED / "office.jsonl").read_text()
        office.must("grid-add", input=seed_office, env=env)
        live(office, seed)
        return office

    def listing(self, office, db):
        env = {"GRID_NOW": "2026-12-20T10:00:00+08:00", "GRID_DB": db}
        cases = office.must("case-list", "--all", "--reveal", "check", env=env)
        shown = office.must("case-show", "--reveal", "check", input=cases.out, env=env)
        found = office.must("case-list", "--all", "--text", "事3", env=env)
        self.assertTrue(found.records)
        figures = office.must("grid-stats", "--month", "2026-11", env=env)
        areas = office.must("grid-list", env=env)
        return [run.text for run in (cases, shown, found, figures, areas)]

    def test_the_same_file_again(self):
        office = self.lived(1)
        made = office.must("grid-backup", "--rebuild", "anew.db").records[0]
        self.assertEqual(made["mended"], 0)
        self.assertGreaterEqual(made["cases"], 24)
        self.assertEqual(self.listing(office, "anew.db"), self.listing(office, "grid.db"))
        anchors = [office.must("grid-check", "--anchor", "--db", name).text for name in
                   ("grid.db", "anew.db")]  # fmt: skip
        self.assertEqual(*anchors)
        # Every row of every table but the log of the two listings above.
        db = sqlite3.connect(office.db)
        anew = sqlite3.connect(office.folder / "anew.db")
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type='table'")]
        self.assertEqual(tables, [row[0] for row in anew.execute(
            "SELECT name FROM sqlite_schema WHERE type='table'")])  # fmt: skip
        for table in tables:
            # The text index is cut into pieces as it was written; what it finds is compared.
            if table == "access_log" or table.startswith(("sqlite_", "case_text")):
                continue
            with self.subTest(table=table):
                # When the ladder looks next is found anew; until then at its next run.
                columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
                query = f"SELECT {','.join(columns)} FROM {table}".replace(",ladder_at", "")
                rows = [sorted(map(repr, d.execute(query))) for d in (db, anew)]
                self.assertEqual(*rows)

    def test_damage_beside_the_events_is_mended(self):
        office = self.new_office()
        before = office.must("case-list", "--all").text
        with sqlite3.connect(office.db) as db:
            db.execute("UPDATE case_file SET state = 'gone', supervise = 3 WHERE id = 1")
            db.execute("DELETE FROM case_number")
        office.must("grid-check", status=(1,))
        made = office.must("grid-backup", "--rebuild", "anew.db").records[0]
        self.assertEqual((made["mended"], made["outcome"]), (1, "added"))
        env = {"GRID_DB": "anew.db"}
        self.assertEqual(office.must("case-list", "--all", env=env).text, before)
        codes = {record["code"] for record in office.must("grid-check", env=env, status=(1,)).records}
        self.assertEqual(codes, {"post.vacant"})
        # The next case takes the next number.
        case = '{"title":"新","category":"03","area":"330782002005001"}'
        env |= {"GRID_NOW": "2026-11-12T18:00:00+08:00"}
        filed = office.must("case-report", input=case, env=env).records[0]
        self.assertEqual(filed["no"], "330782002-20261112-0004")

    def test_personal_text_that_was_erased_stays_erased(self):
        office = self.new_office()
        case = '{"title":"新","category":"03","area":"330782002005001","reporter_name":"王先生"}'
        no = office.must("case-report", input=case).records[0]["no"]
        with sqlite3.connect(office.db) as db:
            db.execute("DELETE FROM event_personal")
            db.execute("UPDATE case_file SET reporter_name = NULL")
        office.must("grid-backup", "--rebuild", "anew.db")
        heads = [office.must("grid-check", "--anchor", "--db", name).text for name in
                 ("grid.db", "anew.db")]  # fmt: skip
        self.assertEqual(*heads)
        shown = office.must("case-show", "--reveal", "check", "--db", "anew.db", no)
        self.assertNotIn("reporter_name", shown.records[0])

    def test_nothing_is_made_of_events_that_are_not_what_was_recorded(self):
        office = self.new_office()
        with sqlite3.connect(office.db) as db:
            db.execute("DROP TRIGGER event_no_update")
            db.execute("UPDATE event SET text = 'other' WHERE id = 2")
        run = office.run("grid-backup", "--rebuild", "anew.db")
        self.assert_status(run, 65)
        self.assert_one_line(run, "[event.altered]", "restore a backup")
        self.assertEqual(list(office.folder.glob("anew.db*")), [])

    def test_a_case_that_no_event_made_takes_no_place(self):
        office = self.new_office()
        with sqlite3.connect(office.db) as db:
            db.execute("PRAGMA foreign_keys = OFF")
            for table, column in (("case_file", "id"), ("event", "case_file")):
                db.execute("DROP TRIGGER IF EXISTS event_no_update")
                db.execute(f"UPDATE {table} SET {column} = 9 WHERE {column} = 2")
        run = office.run("grid-backup", "--rebuild", "anew.db")
        self.assert_status(run, 65)
        self.assert_one_line(run, "[db.rebuild]")

    def test_a_rehearsal_and_a_name_that_is_taken(self):
        office = self.new_office()
        made = office.must("grid-backup", "--rebuild", "-n", "anew.db").records[0]
        self.assertEqual(made["cases"], 3)
        self.assertEqual(list(office.folder.glob("anew.db*")), [])
        office.write("anew.db", "mine")
        run = office.run("grid-backup", "--rebuild", "anew.db")
        self.assert_status(run, 73)
        self.assertEqual((office.folder / "anew.db").read_text(), "mine")


if __name__ == "__main__":
    unittest.main()
