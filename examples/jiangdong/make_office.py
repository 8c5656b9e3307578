#!/usr/bin/env python3
"""Writes the street office's areas, organisations and posts as JSON lines for grid-add.

    make_office.py --out DIR [--seed N]

DIR/area.jsonl   district, street, its communities (areas.csv), 5 to 10 grids a community
DIR/org.jsonl    departments, stations, committees, property companies, social organisations
DIR/staff.jsonl  one head, one worker and assistants a grid (1+1+N); clerk, leader and call-back
                 posts of the centres; handlers of the organisations

The same seed gives the same bytes.
"""

import argparse
import csv
import json
import pathlib
import random
import sys

import invented

HERE = pathlib.Path(__file__).resolve().parent
DISTRICT = "330782"
STREET = "330782002"
SINCE = "2026-01-01"

# code, name, kind, credit code's category and body (none: a branch without a code of its own).
ORGS = (
    ("CG", "江东街道综合行政执法中队", "station", "11", "Y0000011"),
    ("PCS", "江东派出所", "station", "", ""),
    ("SJ", "江东市场监督管理所", "station", "", ""),
    ("SF", "江东司法所", "station", "", ""),
    ("HB", "江东生态环境所", "station", "", ""),
    ("YJ", "江东街道应急消防管理站", "station", "12", "Y0000022"),
    ("PA", "江东街道平安法治办公室", "department", "11", "Y0000033"),
    ("CJ", "江东街道城乡建设办公室", "department", "11", "Y0000044"),
    ("MS", "江东街道公共服务办公室", "department", "11", "Y0000055"),
    ("RS", "江东街道劳动保障所", "department", "12", "Y0000066"),
    ("WS", "江东街道社区卫生服务中心", "member_unit", "12", "Y0000077"),
    ("SQ", "江东街道社区建设委员会", "committee", "", ""),
    ("GS", "江东供水营业所", "member_unit", "", ""),
    ("GD", "江东供电营业所", "member_unit", "", ""),
    ("WY01", "和畅里物业服务有限公司", "property", "91", "MAY00001"),
    ("WY02", "安澜居物业服务有限公司", "property", "91", "MAY00002"),
    ("SH01", "江东街道同心社会工作服务站", "social_org", "52", "MJY00003"),
    ("SH02", "江东街道平安志愿者协会", "social_org", "51", "MJY00004"),
    ("DZ", "鸡鸣山社区第一党支部", "party_branch", "", ""),
)


class Office:
    """Collects the records of one office, in the order in which grid-add can take them."""

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.areas: list[dict] = []
        self.orgs: list[dict] = []
        self.staff: list[dict] = []
        self.persons: dict[str, tuple[str, str]] = {}  # login -> name, phone

    def add_area(self, code: str, name: str, kind: str, parent: str, households: int = 0) -> None:
        record = {"type": "area", "v": 1, "code": code, "name": name, "kind": kind}
        if parent:
            record["parent"] = parent
        record["since"] = SINCE
        if households:
            record["households_expected"] = households
        self.areas.append(record)

    def add_post(self, login: str, role: str, area: str = "", org: str = "") -> dict:
        """A post; a login that holds one already keeps its person's name and phone."""
        if login not in self.persons:
            name = invented.full_name(self.rng, self.rng.choice("12"),
                                      self.rng.randrange(1968, 2003))
            self.persons[login] = (name, invented.phone(self.rng))
        name, phone = self.persons[login]
        record = {"type": "staff", "v": 1, "login": login, "name": name, "role": role}
        if area:
            record["area"] = area
        if org:
            record["org"] = org
        record |= {"phone": phone, "since": SINCE}
        self.staff.append(record)
        return record

    def add_grid(self, community: str, short: str, sequence: int) -> None:
        code = f"{community}{sequence:03d}"
        name = f"{short}第{invented.chinese_ordinal(sequence)}网格"
        self.add_area(code, name, "grid", community, self.rng.randrange(300, 501))
        login = f"g{community[-3:]}{sequence:03d}"
        self.add_post(f"{login}.head", "head", code)
        # A tenth grid shares the worker of the ninth: posts and persons are not one to one.
        worker = f"g{community[-3:]}009" if sequence == 10 else login
        self.add_post(f"{worker}.worker", "worker", code)
        for n in range(1, self.rng.randrange(1, 4)):
            self.add_post(f"{login}.a{n}", "assistant", code)

    def add_community(self, code: str, name: str, parent: str) -> None:
        self.add_area(code, name, "community", parent)
        login = f"c{code[-3:]}"
        for role in ("clerk", "leader"):
            self.add_post(f"{login}.{role}", role, code)
        # A residents' committee has more grids than a village.
        count = self.rng.randrange(6, 11) if code[-3] == "0" else self.rng.randrange(5, 7)
        for sequence in range(1, count + 1):
            self.add_grid(code, invented.short_name(name), sequence)

    def add_street(self, code: str, name: str, parent: str) -> None:
        self.add_area(code, name, "street", parent)
        for role in ("clerk", "leader", "hotline", "auditor"):
            self.add_post(f"street.{role}", role, code)

    def add_org(self, code: str, name: str, kind: str, category: str, body: str) -> None:
        record = {"type": "org", "v": 1, "code": code, "name": name, "kind": kind, "area": STREET}
        if body:
            record["uscc"] = invented.uscc(category, STREET[:6], body)
        handler = self.add_post(f"{code.lower()}.handler", "handler", org=code)
        record |= {"contact": handler["name"], "phone": handler["phone"]}
        self.orgs.append(record)


def build(rng: random.Random, areas_file: pathlib.Path) -> Office:
    office = Office(rng)
    with areas_file.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            if row["kind"] == "community":
                office.add_community(row["code"], row["name"], row["parent"])
            elif row["kind"] == "street":
                office.add_street(row["code"], row["name"], row["parent"])
            else:
                office.add_area(row["code"], row["name"], row["kind"], row["parent"])
    for org in ORGS:
        office.add_org(*org)
    # Who is told of what the street's own centre is late with.
    for role in ("clerk", "leader"):
        office.add_post(f"district.{role}", role, DISTRICT)
    return office


def write_lines(path: pathlib.Path, records: list[dict]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder for the files")
    parser.add_argument("--areas", type=pathlib.Path, default=HERE / "areas.csv")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    office = build(random.Random(options.seed), options.areas)
    options.out.mkdir(parents=True, exist_ok=True)
    write_lines(options.out / "area.jsonl", office.areas)
    write_lines(options.out / "org.jsonl", office.orgs)
    write_lines(options.out / "staff.jsonl", office.staff)
    print(f"areas={len(office.areas)} orgs={len(office.orgs)} posts={len(office.staff)}",
          file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
