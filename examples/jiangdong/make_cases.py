#!/usr/bin/env python3
"""Writes invented cases as JSON lines for case-report, over all categories and about six weeks.

    make_cases.py --areas area.jsonl [--cases N] [--seed N] [--now TIME] > cases.jsonl

Strewn among the N sound cases is what goes wrong in life: the same record sent twice, the same
matter reported by two people, unknown areas and categories, a missing title, a misspelt field, a
time in the future, a line cut off. The same seed gives the same bytes.
"""

import argparse
import datetime
import json
import pathlib
import random
import sys

import invented
import matters

NOW = "2026-11-20T18:00:00+08:00"
DAYS = 42
# channel -> weight; what a channel brings with it is in Cases.record.
CHANNELS = {"patrol": 45, "visit": 12, "resident": 20, "hotline": 15, "department": 5, "import": 3}
ALWAYS_EMERGENCY = ("厨房起火", "电梯困人", "楼道内闻到燃气味", "大树倒伏")


class Cases:
    def __init__(self, rng: random.Random, areas: list[dict], now: datetime.datetime):
        self.rng = rng
        self.now = now
        # The residents' communities (community part below 200) and the villages next to them;
        # those farther out stay quiet, so that a ranking also has units without a case.
        self.grids = [a for a in areas if a["kind"] == "grid" and a["code"][9:12] <= "210"]
        self.grid_weights = [3 if a["code"][9] == "0" else 1 for a in self.grids]
        self.categories = tuple(matters.MATTERS)
        self.category_weights = [matters.WEIGHTS.get(c, 4) for c in self.categories]

    def moment(self, days_ago: float) -> datetime.datetime:
        """A minute of that day at which people report: mostly by day, now and then at night."""
        rng = self.rng
        day = self.now - datetime.timedelta(days=days_ago)
        hour = rng.choices(range(24), [1] * 6 + [3, 8, 14, 14, 12, 8, 6, 9, 12, 12, 10, 8, 8, 7, 5,
                                              3, 2, 1])[0]
        moment = day.replace(hour=hour, minute=rng.randrange(60), second=rng.randrange(60),
                             microsecond=0)
        return min(moment, self.now - datetime.timedelta(minutes=rng.randrange(5, 240)))

    def record(self, ref: int) -> dict:
        rng = self.rng
        category = rng.choices(self.categories, self.category_weights)[0]
        title, text = rng.choice(matters.MATTERS[category])
        grid = rng.choices(self.grids, self.grid_weights)[0]
        slots = {"estate": rng.choice(invented.ESTATES), "road": rng.choice(invented.ROADS),
                 "n": rng.randrange(1, 60), "m": rng.randrange(2, 7),
                 "shop": rng.choice(matters.SHOPS)}
        title, text = title.format(**slots), text.format(**slots)
        record = {"title": title, "text": text, "category": category, "area": grid["code"],
                  "urgency": self.urgency(category, title)}
        channel = rng.choices(tuple(CHANNELS), CHANNELS.values())[0]
        record["channel"] = channel
        record["address"] = (f"{slots['estate']}{slots['n']}幢" if slots["estate"] in text
                             else f"{slots['road']}{slots['n']}号")
        if channel in ("resident", "hotline"):
            record["reporter_name"] = invented.full_name(rng, rng.choice("12"),
                                                         rng.randrange(1955, 2005))
            record["reporter_phone"] = invented.phone(rng)
        if channel == "patrol" and rng.random() < 0.7:
            record["lon"] = round(rng.uniform(120.06, 120.13), 6)
            record["lat"] = round(rng.uniform(29.25, 29.31), 6)
        record["source"] = "demo"
        record["source_ref"] = f"D{ref:05d}"
        record["reported_at"] = self.moment(rng.random() ** 1.2 * DAYS).isoformat()
        return record

    def urgency(self, category: str, title: str) -> str:
        if title.startswith(ALWAYS_EMERGENCY):
            return "emergency"
        share = 0.35 if category.startswith(("03", "09", "0405")) else 0.06
        return "urgent" if self.rng.random() < share else "normal"


def same_matter(rng: random.Random, cases: Cases, record: dict, ref: int) -> dict:
    """A second person reports the same matter some hours later, under a reference of its own."""
    later = datetime.datetime.fromisoformat(record["reported_at"]) + datetime.timedelta(
        minutes=rng.randrange(30, 600))
    double = dict(record, channel="resident", source_ref=f"D{ref:05d}",
                  reporter_name=invented.full_name(rng, "2", 1980),
                  reporter_phone=invented.phone(rng))
    double["reported_at"] = min(later, cases.now - datetime.timedelta(minutes=3)).isoformat()
    return double


def faulty_lines(rng: random.Random, cases: Cases, ref: int) -> list[str]:
    """Lines that must be refused, each for one reason."""
    def changed(drop: str = "", **fields: str) -> str:
        nonlocal ref
        ref += 1
        record = cases.record(ref)
        record.pop(drop, None)
        return json.dumps(record | fields, ensure_ascii=False)

    misspelt = json.loads(changed(drop="address"))
    misspelt["adress"] = "江东中路18号"
    future = (cases.now + datetime.timedelta(days=3)).isoformat()
    return [
        changed(area="330782002999001"),
        changed(area="330782002005099"),
        changed(area="鸡鸣山"),
        changed(drop="title"),
        changed(drop="title"),
        changed(title=""),
        changed(drop="category"),
        changed(category="0477"),
        changed(category="城管"),
        changed(urgency="very"),
        changed(channel="wechat"),
        changed(reported_at=future),
        changed(reported_at="昨天下午"),
        json.dumps(misspelt, ensure_ascii=False),
        changed()[:-40],
        changed() + "}",
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--areas", type=pathlib.Path, required=True, help="from make_office.py")
    parser.add_argument("--cases", type=int, default=320, help="sound cases")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--now", default=NOW, help="the last moment, RFC 3339")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    with options.areas.open(encoding="utf-8") as source:
        areas = [json.loads(line) for line in source]
    cases = Cases(rng, areas, datetime.datetime.fromisoformat(options.now))

    records = [cases.record(ref) for ref in range(1, options.cases + 1)]
    doubles = [same_matter(rng, cases, record, options.cases + 1 + n)
               for n, record in enumerate(rng.sample(records, min(5, len(records))))]
    records = sorted(records + doubles, key=lambda r: (r["reported_at"], r["source_ref"]))
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    for line in rng.sample(lines, min(6, len(lines))):
        lines.insert(rng.randrange(lines.index(line) + 1, len(lines) + 1), line)
    for line in faulty_lines(rng, cases, 90000):
        lines.insert(rng.randrange(len(lines) + 1), line)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write("".join(line + "\n" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main())
