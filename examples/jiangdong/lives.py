#!/usr/bin/env python3
"""Moves invented cases through their lives: cases in from case-list, steps out for case-act.

    case-list --all --state reported --format jsonl |
        lives.py accept --login c005.clerk | case-act accept --as c005.clerk
    case-list --all --state reported --format jsonl | lives.py accept --who

What becomes of a case is drawn once, from its source_ref: who takes it, how long each step takes,
whether it is returned, reworked, forgotten. So each call finds the same life again and writes the
steps of ACTION that were taken before --now: JSON lines with no, at and what the action needs.
--who lists the logins that have something to do instead.
"""

import argparse
import csv
import datetime
import json
import pathlib
import random
import re
import signal
import sys
import tomllib

import matters

HERE = pathlib.Path(__file__).resolve().parent
NOW = "2026-11-20T18:00:00+08:00"
STREET = "330782002"
ACTIONS = ("accept", "reject", "escalate", "handle", "dispatch", "sign", "return", "note",
           "resolve", "verify", "rework", "close", "rate")
# Hours that a normal working day has, for turning a limit of days into a duration.
OFFICE = ((8.5, 12.0), (13.5, 17.5))
DAY_HOURS = 7.5
# Which occurrence of an action is next, told by a counter of the case.
COUNTERS = {"dispatch": "returns", "return": "returns", "resolve": "reworks", "rework": "reworks"}


class OfficeTime:
    """Office hours, good enough to invent times with. The real calculator is case-due."""

    def __init__(self, calendar: pathlib.Path):
        with calendar.open(encoding="utf-8", newline="") as source:
            self.notices = {row["date"]: row["kind"] for row in csv.DictReader(source)}

    def works(self, day: datetime.date) -> bool:
        kind = self.notices.get(day.isoformat())
        return kind == "workday" or (kind is None and day.weekday() < 5)

    def add(self, start: datetime.datetime, hours: float) -> datetime.datetime:
        """The moment when `hours` of office time have passed since `start`."""
        day = start.replace(hour=0, minute=0, second=0, microsecond=0)
        first = (start - day).total_seconds() / 3600
        while True:
            for begin, end in OFFICE if self.works(day.date()) else ():
                begin = max(begin, first)
                if begin < end and hours <= end - begin:
                    return day + datetime.timedelta(seconds=round((begin + hours) * 3600))
                hours -= max(0.0, end - begin)
            day += datetime.timedelta(days=1)
            first = 0.0

    def close_after(self, start: datetime.datetime, days: int) -> datetime.datetime:
        """The close of business of so many working days after `start`."""
        day = start.replace(hour=0, minute=0, second=0, microsecond=0)
        while days > 0:
            day += datetime.timedelta(days=1)
            days -= self.works(day.date())
        return day + datetime.timedelta(hours=OFFICE[-1][1])


def longest_prefix(rules: list[dict], category: str) -> dict | None:
    fitting = [rule for rule in rules if category.startswith(rule["category"])]
    return max(fitting, key=lambda rule: len(rule["category"]), default=None)


class Life:
    """The life of one case: `steps` holds (action, at, fields) in the order of time."""

    def __init__(self, case: dict, policy: dict, office: OfficeTime, seed: int):
        self.rng = random.Random(f"{seed}:{case.get('source_ref', case['no'])}")
        self.case = case
        self.policy = policy
        self.office = office
        self.at = datetime.datetime.fromisoformat(case["reported_at"])
        self.limits = longest_prefix(
            [rule for rule in policy["limit"] if rule["urgency"] == case["urgency"]],
            case["category"])
        self.steps: list[tuple[str, datetime.datetime, dict]] = []
        self.live()

    def hours(self, limit: str) -> tuple[float, bool]:
        """A limit as hours, and whether they run by the clock."""
        count, unit = re.fullmatch(r"(\d+)([a-z]+)", limit).groups()
        hours = {"m": 1 / 60, "wm": 1 / 60, "h": 1.0, "wh": 1.0, "wd": DAY_HOURS, "d": DAY_HOURS}
        return int(count) * hours[unit], unit in ("m", "h")

    def step(self, action: str, limit: str, **fields) -> None:
        """Takes a share of the limit, most often well within it, now and then beyond it."""
        hours, by_clock = self.hours(self.limits[limit])
        share = self.rng.uniform(1.05, 1.9) if self.rng.random() < 0.06 else (
            self.rng.uniform(0.08, 0.85))
        if by_clock:
            self.at += datetime.timedelta(seconds=round(hours * share * 3600))
        else:
            self.at = self.office.add(self.at, hours * share)
        self.steps.append((action, self.at, fields))

    def live(self) -> None:
        rng = self.rng
        fate = rng.random()
        if fate < 0.03:  # nobody looked at it
            return
        at_street = self.held_by_street()
        if fate < 0.06 and self.case["urgency"] == "normal" and at_street:
            self.step("reject", "accept", reason=rng.choice(matters.REJECT_REASONS))
            return
        self.step("accept", "accept")
        raised = rng.random() < 0.12
        if fate < 0.09:  # accepted and forgotten
            return
        if at_street or raised:
            if not at_street:
                self.step("escalate", "accept", reason=rng.choice(matters.ESCALATE_REASONS))
            if not self.dispatched(fate):
                return
        else:
            self.step("handle", "accept")
        if rng.random() < 0.2:
            self.step("note", "accept", text=rng.choice(matters.NOTES))
        if fate < 0.20:  # still being handled
            return
        self.settled()

    def held_by_street(self) -> bool:
        """Who held the case when it was new, which its level no longer tells once it was raised."""
        category = max((c for c in self.policy["category"]
                        if self.case["category"].startswith(c["code"])),
                       key=lambda c: len(c["code"]))
        return self.case["urgency"] == "emergency" or category["hold"] == "street"

    def dispatched(self, fate: float) -> bool:
        """Dispatched and signed, perhaps after a return; False where the unit did not sign."""
        route = longest_prefix(self.policy["route"], self.case["category"])
        self.step("dispatch", "accept", org=route["lead"])
        if fate < 0.13:
            return False
        if fate > 0.96:
            # Returns have a limit of their own (return_within), shorter than most.
            self.at += datetime.timedelta(minutes=self.rng.randrange(10, 60))
            reason, text = self.rng.choice(matters.RETURN_REASONS)
            self.steps.append(("return", self.at, {"reason": reason, "text": text}))
            self.step("dispatch", "accept", org="SQ" if route["lead"] != "SQ" else "MS")
        given = self.at
        self.step("sign", "sign")
        if self.at > self.office.close_after(given, self.days_of_return()):
            self.steps.pop()  # the unit was silent, which counts as signed by then
        return True

    def days_of_return(self) -> int:
        """Working days within which a unit may return what was dispatched to it."""
        return int(re.fullmatch(r"(\d+)wd", self.policy["rules"]["return_within"]).group(1))

    def settled(self) -> None:
        rng = self.rng
        self.step("resolve", "handle", text=rng.choice(matters.RESULTS))
        while rng.random() < 0.09:
            self.step("rework", "verify", reason=rng.choice(matters.REWORK_REASONS))
            self.step("resolve", "handle", text=rng.choice(matters.RESULTS))
        self.step("verify", "verify")
        self.step("close", "accept")
        contacted = rng.random() < 0.94
        answered = contacted and rng.random() < 0.9
        solved = answered and rng.random() < 0.9
        fields: dict = {"contacted": contacted}
        if answered:
            mood = (80, 14, 6) if solved else (5, 30, 65)
            fields["solved"] = solved
            fields["satisfaction"] = rng.choices(("satisfied", "basic", "dissatisfied"), mood)[0]
        else:
            fields["satisfaction"] = "unreachable"
        self.step("rate", "verify", **fields)

    def next(self, action: str) -> tuple[datetime.datetime, dict] | None:
        """When and how the action is taken next; None where this life does not have it."""
        taken = [(at, fields) for name, at, fields in self.steps if name == action]
        count = int(self.case.get(COUNTERS.get(action, ""), 0))
        return taken[count] if count < len(taken) else None


def login(case: dict, action: str) -> str:
    """Who takes the step: the posts that make_office.py created."""
    if case.get("owner_org") and action in ("sign", "return", "resolve"):
        return f"{case['owner_org'].lower()}.handler"
    role = {"resolve": "leader", "rate": "hotline"}.get(action, "clerk")
    if action == "rate" or case["owner_area"] == STREET:
        return f"street.{role}"
    if len(case["owner_area"]) < len(STREET):
        return f"district.{role}"
    return f"c{case['owner_area'][9:12]}.{role}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument("--login", help="only what this login has to do")
    parser.add_argument("--who", action="store_true", help="list the logins, one a line")
    parser.add_argument("--policy", type=pathlib.Path, default=HERE / "policy.toml")
    parser.add_argument("--now", default=NOW, help="the last moment, RFC 3339")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    policy = tomllib.loads(options.policy.read_text(encoding="utf-8"))
    office = OfficeTime(HERE / "calendar.csv")
    now = datetime.datetime.fromisoformat(options.now)
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that leaves early is no failure
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")

    logins = set()
    for line in sys.stdin:
        case = json.loads(line)
        actor = login(case, options.action)
        raised = options.action == "escalate" and case["owner_area"] == STREET
        if options.login not in (None, actor) or raised:
            continue
        found = Life(case, policy, office, options.seed).next(options.action)
        if not found or found[0] > now:
            continue
        logins.add(actor)
        if not options.who:
            step = {"no": case["no"], "at": found[0].isoformat()} | found[1]
            print(json.dumps(step, ensure_ascii=False))
    if options.who:
        print("".join(name + "\n" for name in sorted(logins)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
