#!/usr/bin/env python3
"""Writes an invented register of households and people, as a spreadsheet saves it.

    make_register.py --areas area.jsonl --out FILE [--people N] [--seed N] [--damage SHARE]
                     [--truth FILE] [--encoding NAME]

The file is a GB18030 CSV with title rows above the headings, headings repeated on each page,
blank rows and footers, and with the given share of rows damaged in the ways of damage.py. The
truth file tells for every damaged row what it was: row (the record's number in the file, from 1),
kind, expect (what a right import does with it), field, raw and clean. The same seed gives the
same bytes.
"""

import argparse
import csv
import datetime
import json
import pathlib
import random
import sys

import damage
import invented

TODAY = datetime.date(2026, 10, 30)  # the day on which the register was filled in
ROWS_A_PAGE = 2000

COLUMNS = (
    "序号", "所属社区", "所属网格", "户号", "与户主关系", "姓名", "证件类型", "公民身份号码", "性别",
    "出生日期", "民族", "国籍", "联系电话", "现住址", "户籍地址", "人员类别", "政治面貌", "文化程度",
    "婚姻状况", "备注",
)
MINORITIES = ("苗族", "畲族", "土家族", "回族", "布依族", "侗族", "壮族")

# Shapes of households: weight, then the members as (relation, sex, from, to). The head's ages are
# in years, the others' are differences from the head's age; sex 0 is either.
SHAPES = (
    (14, (("户主", 0, 22, 60),)),
    (6, (("户主", 0, 66, 90),)),
    (18, (("户主", 1, 26, 45), ("妻", 2, -4, 2))),
    (10, (("户主", 1, 62, 84), ("妻", 2, -5, 2))),
    (22, (("户主", 1, 28, 50), ("妻", 2, -4, 2), ("子", 1, -33, -25))),
    (6, (("户主", 2, 28, 50), ("夫", 1, -2, 4), ("女", 2, -33, -24))),
    (12, (("户主", 1, 32, 48), ("妻", 2, -4, 2), ("长女", 2, -30, -24), ("次子", 1, -38, -31))),
    (9, (("户主", 1, 30, 48), ("妻", 2, -4, 2), ("子", 1, -34, -25), ("父", 1, 23, 32),
         ("母", 2, 21, 30))),
    (7, (("户主", 1, 54, 74), ("妻", 2, -5, 2), ("子", 1, -30, -24), ("儿媳", 2, -32, -24),
         ("孙女", 2, -60, -52))),
    (4, (("户主", 1, 24, 40), ("非亲属", 1, -8, 8), ("非亲属", 0, -8, 8))),
    (2, (("户主", 1, 26, 36), ("妻", 2, -4, 2), ("子", 1, -99, -99))),
)


class Register:
    """Invents households until enough people stand in the list `rows` (dicts by heading)."""

    def __init__(self, rng: random.Random):
        self.rng = rng
        self.rows: list[dict] = []
        self.households: list[list[dict]] = []
        self.numbers: set[str] = set()

    def new_number(self, county: str, birth: datetime.date, sex: str) -> str:
        while True:
            number = invented.id_number(self.rng, county, birth, sex)
            if number not in self.numbers:
                self.numbers.add(number)
                return number

    def person(self, home: dict, relation: str, sex: int, age: int) -> dict:
        """One row; `home` holds what a household shares."""
        rng = self.rng
        code = str(sex) if sex else rng.choice("12")
        birth = invented.birth_date(rng, age, TODAY)
        kin = relation in ("子", "女", "长女", "次子", "父", "孙女", "户主")
        name = invented.full_name(rng, code, birth.year, home["surname"] if kin else None)
        row = dict.fromkeys(COLUMNS, "")
        row |= {
            "所属社区": home["community"], "所属网格": home["grid"], "户号": home["no"],
            "与户主关系": relation, "姓名": name, "证件类型": "居民身份证",
            "公民身份号码": self.new_number(home["county"], birth, code),
            "性别": "男" if code == "1" else "女", "出生日期": birth.isoformat(),
            "民族": home["ethnic"], "国籍": "中国", "现住址": home["address"],
            "户籍地址": home["registered"], "人员类别": home["residence"],
            "政治面貌": "群众" if rng.random() < 0.9 or age < 18 else "中共党员",
        }
        if age >= 14:
            row["联系电话"] = invented.phone(rng)
        if age >= 20:
            row["文化程度"] = rng.choice(("初中", "高中", "大专", "大学本科", "小学"))
            row["婚姻状况"] = "已婚" if relation not in ("非亲属",) and age > 25 else "未婚"
        if age < 1:
            # A newborn is in the register before the number is given.
            row["证件类型"] = row["公民身份号码"] = ""
        if age >= 75 and relation == "户主":
            row["备注"] = rng.choice(("", "独居", "空巢", "退役军人"))
        return row

    def foreigner(self, home: dict) -> dict:
        name, sex, country = self.rng.choice(invented.FOREIGN_NAMES)
        row = self.person(home, "户主", int(sex), self.rng.randrange(24, 50))
        passport = f"{self.rng.choice('ABKNPT')}{self.rng.randrange(10**7, 10**8)}"
        row |= {"姓名": name, "证件类型": "护照", "公民身份号码": passport, "国籍": country,
                "民族": "", "户籍地址": "", "人员类别": "境外人员",
                "政治面貌": "", "备注": ""}
        return row

    def home(self, grid: dict, community: dict, no: int) -> dict:
        rng = self.rng
        address = (f"{rng.choice(invented.ESTATES)}{rng.randrange(1, 30)}幢"
                   f"{rng.randrange(1, 4)}单元{rng.randrange(1, 18)}{rng.randrange(1, 5):02d}室")
        kind = rng.random()
        if kind < 0.66:
            county, place, residence = invented.HOME_COUNTY, "浙江省义乌市江东街道", "户籍人口"
            registered = place + address
        elif kind < 0.76:
            county = rng.choice(invented.NEAR_COUNTIES)
            registered, residence = invented.NEAR_PLACES[county], "常住人口"
        else:
            county = rng.choice(tuple(invented.FAR_COUNTIES))
            registered, residence = invented.FAR_COUNTIES[county], "流动人口"
        ethnic = rng.choice(MINORITIES) if rng.random() < 0.03 else rng.choice(("汉族", "汉"))
        return {"community": community["name"], "grid": grid["code"], "no": f"{no:05d}",
                "surname": rng.choice(invented.SURNAMES), "county": county, "ethnic": ethnic,
                "address": address, "registered": registered, "residence": residence}

    def add_household(self, home: dict) -> None:
        if self.rng.random() < 0.008:
            rows = [self.foreigner(home)]
        else:
            shape = self.rng.choices(SHAPES, [weight for weight, _ in SHAPES])[0][1]
            head_age = self.rng.randrange(shape[0][2], shape[0][3] + 1)
            rows = [self.person(home, "户主", shape[0][1], head_age)]
            for relation, sex, low, high in shape[1:]:
                age = max(0, head_age + self.rng.randrange(low, high + 1))
                rows.append(self.person(home, relation, sex, age))
        self.households.append(rows)
        self.rows += rows

    def fill(self, areas: list[dict], people: int) -> None:
        """Takes the communities from 鸡鸣山社区 on, and each grid up to its expected households."""
        communities = [a for a in areas if a["kind"] == "community"]
        communities.sort(key=lambda a: (a["code"] < "330782002005", a["code"]))
        while len(self.rows) < people:
            for community in communities:
                no = 0
                for grid in (a for a in areas if a.get("parent") == community["code"]):
                    for _ in range(grid.get("households_expected", 400)):
                        no += 1
                        self.add_household(self.home(grid, community, no))
                        if len(self.rows) >= people:
                            return


def sheet(rows: list[dict]) -> list[list[str]]:
    """The whole sheet: titles, headings, pages of rows, footers. Sets row["_row"]."""
    def line(*cells: str) -> list[str]:
        return list(cells) + [""] * (len(COLUMNS) - len(cells))

    lines = [
        line("江东街道实有人口信息登记表"),
        line("填报单位：江东街道办事处", "", "", "", "", "填报日期：2026年10月30日"),
        line(),
        list(COLUMNS),
    ]
    for number, row in enumerate(rows, 1):
        if number > 1 and (number - 1) % ROWS_A_PAGE == 0:
            lines += [line(), list(COLUMNS)]
        row["序号"] = row["序号"] or str(number)
        lines.append([row[column] for column in COLUMNS])
        row["_row"] = len(lines)
    lines += [line(), line("合计", "", "", "", "", f"{len(rows)}人"),
              line("填表人：登记员", "", "", "", "", "审核人：社区主任")]
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--areas", type=pathlib.Path, required=True, help="from make_office.py")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--people", type=int, default=8400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--damage", type=float, default=0.05, help="share of rows, 0 to 0.2")
    parser.add_argument("--truth", type=pathlib.Path, help="JSON lines, one a damaged row")
    parser.add_argument("--encoding", default="gb18030")
    options = parser.parse_args()
    if not 0 <= options.damage <= 0.2:
        parser.error("--damage: 0 to 0.2")
    rng = random.Random(options.seed)
    with options.areas.open(encoding="utf-8") as source:
        areas = [json.loads(line) for line in source]
    register = Register(rng)
    register.fill(areas, options.people)
    rows, truth = damage.spoil(rng, register.households, options.damage)
    lines = sheet(rows)
    with options.out.open("w", encoding=options.encoding, newline="") as out:
        csv.writer(out).writerows(lines)
    if options.truth:
        with options.truth.open("w", encoding="utf-8", newline="\n") as out:
            for entry in truth:
                out.write(json.dumps({"row": entry.pop("at")["_row"]} | entry,
                                     ensure_ascii=False) + "\n")
    print(f"rows={len(rows)} people={len(register.rows)} households={len(register.households)} "
          f"damaged={len(truth)}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
