"""What spreadsheets and twelve pairs of hands do to a register.

Each kind of damage is one function over one row (a dict by heading). It answers what was there
before, or None where the row does not lend itself to it. KINDS says what a right import does:
refuse (the row is refused, the rest go on), repair (taken in its clean form, counted), warn (taken,
named in the report), same (it stands in the file already), accept (a spelling, not a fault).
"""

import datetime
import random

import invented

ID, NAME, SEX, BIRTH = "公民身份号码", "姓名", "性别", "出生日期"
PHONE, ADDRESS, RELATION = "联系电话", "现住址", "与户主关系"

FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
# Day 0 of the spreadsheets' 1900 system, for days after the 1900-02-29 that they believe in.
EPOCH_1900 = datetime.date(1899, 12, 30)


def resident(row: dict) -> bool:
    return row["证件类型"] == "居民身份证" and len(row[ID]) == 18


def id_scientific(rng: random.Random, row: dict) -> bool:
    row[ID] = f"{float(int(row[ID][:17] + '0')):.5E}"
    return True


def id_truncated(rng: random.Random, row: dict) -> bool:
    cut = row[ID][:15] + "000"
    # One number in eleven keeps a right check: that one only warns, and is left alone here.
    if invented.id_check(cut[:17]) == "0":
        return False
    row[ID] = cut
    return True


def id_checksum(rng: random.Random, row: dict) -> bool:
    place = rng.randrange(14, 17)
    digit = str((int(row[ID][place]) + rng.randrange(1, 10)) % 10)
    row[ID] = row[ID][:place] + digit + row[ID][place + 1:]
    return True


def id_short(rng: random.Random, row: dict) -> bool:
    place = rng.randrange(6, 17)
    row[ID] = row[ID][:place] + row[ID][place + 1:]
    return True


def id_no_such_day(rng: random.Random, row: dict) -> bool:
    first17 = row[ID][:10] + "0230" + row[ID][14:17]
    row[ID] = first17 + invented.id_check(first17)
    return True


def id_full_width(rng: random.Random, row: dict) -> bool:
    row[ID] = row[ID].translate(FULL_WIDTH)
    return True


def id_spaces(rng: random.Random, row: dict) -> bool:
    row[ID] = rng.choice(("\u00a0{}", "{}\u3000", "\u200b{}", "\t{}", " {} ")).format(row[ID])
    return True


def id_apostrophe(rng: random.Random, row: dict) -> bool:
    row[ID] = "'" + row[ID]
    return True


def id_x_spelling(rng: random.Random, row: dict) -> bool:
    if not row[ID].endswith("X"):
        return False
    # Small Latin, the two Cyrillic letters that look alike, full-width.
    row[ID] = row[ID][:17] + rng.choice(("x", "\u0425", "\u0445", "Ｘ"))
    return True


def id_fifteen(rng: random.Random, row: dict) -> bool:
    if not row[ID][6:8] == "19" or row[ID][14:17] >= "996":
        return False
    row[ID] = row[ID][:6] + row[ID][8:17]
    return True


def name_missing(rng: random.Random, row: dict) -> bool:
    row[NAME] = ""
    return True


def name_question_mark(rng: random.Random, row: dict) -> bool:
    row[NAME] = row[NAME][:-1] + "?"
    return True


def name_rare(rng: random.Random, row: dict) -> bool:
    row[NAME] = row[NAME][0] + rng.choice(invented.RARE_SYLLABLES)
    return True


def name_spaces(rng: random.Random, row: dict) -> bool:
    row[NAME] = row[NAME] + rng.choice(("\u3000", "\u00a0", "\u200b"))
    return True


def address_newline(rng: random.Random, row: dict) -> bool:
    row[ADDRESS] = row[ADDRESS] + "\n"
    return True


def sex_conflict(rng: random.Random, row: dict) -> bool:
    row[SEX] = "女" if row[SEX] == "男" else "男"
    return True


def birth_conflict(rng: random.Random, row: dict) -> bool:
    day = datetime.date.fromisoformat(row[BIRTH]) - datetime.timedelta(days=rng.randrange(1, 400))
    row[BIRTH] = day.isoformat()
    return True


def birth_spelling(rng: random.Random, row: dict) -> bool:
    day = datetime.date.fromisoformat(row[BIRTH])
    row[BIRTH] = rng.choice((
        f"{day.year}.{day.month}.{day.day}", f"{day.year}/{day.month}/{day.day}",
        f"{day.year}-{day.month}-{day.day}", f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}"))
    return True


def birth_month_only(rng: random.Random, row: dict) -> bool:
    row[BIRTH] = row[BIRTH][:7].replace("-", ".")
    return True


def birth_serial(rng: random.Random, row: dict) -> bool:
    row[BIRTH] = str((datetime.date.fromisoformat(row[BIRTH]) - EPOCH_1900).days)
    return True


def phone_scientific(rng: random.Random, row: dict) -> bool:
    if not row[PHONE]:
        return False
    row[PHONE] = f"{float(row[PHONE]):.2E}"
    return True


def phone_two(rng: random.Random, row: dict) -> bool:
    if not row[PHONE]:
        return False
    row[PHONE] += rng.choice("/、") + invented.phone(rng)
    return True


# kind -> (weight, field, what a right import does, function)
KINDS = {
    "id_scientific": (3, ID, "refuse", id_scientific),
    "id_truncated": (1, ID, "refuse", id_truncated),
    "id_checksum": (4, ID, "refuse", id_checksum),
    "id_short": (2, ID, "refuse", id_short),
    "id_no_such_day": (1, ID, "refuse", id_no_such_day),
    "name_missing": (1, NAME, "refuse", name_missing),
    "phone_scientific": (1, PHONE, "refuse", phone_scientific),
    "id_full_width": (3, ID, "repair", id_full_width),
    "id_spaces": (4, ID, "repair", id_spaces),
    "id_apostrophe": (3, ID, "repair", id_apostrophe),
    "id_x_spelling": (14, ID, "repair", id_x_spelling),
    "name_spaces": (3, NAME, "repair", name_spaces),
    "address_newline": (1, ADDRESS, "repair", address_newline),
    "phone_two": (1, PHONE, "accept", phone_two),
    "id_fifteen": (2, ID, "warn", id_fifteen),
    "name_question_mark": (1, NAME, "warn", name_question_mark),
    "sex_conflict": (2, SEX, "warn", sex_conflict),
    "birth_conflict": (2, BIRTH, "warn", birth_conflict),
    "name_rare": (1, NAME, "accept", name_rare),
    "birth_spelling": (6, BIRTH, "accept", birth_spelling),
    "birth_month_only": (2, BIRTH, "accept", birth_month_only),
    "birth_serial": (2, BIRTH, "accept", birth_serial),
}


def spoil_row(rng: random.Random, row: dict) -> dict | None:
    """Damages one row in one way; the truth about it, or None where the kind did not fit."""
    kind = rng.choices(tuple(KINDS), [weight for weight, *_ in KINDS.values()])[0]
    _, field, expect, change = KINDS[kind]
    clean = row[field]
    if not change(rng, row):
        return None
    return {"at": row, "kind": kind, "expect": expect, "field": field, "raw": row[field],
            "clean": clean}


def spoil_household(rng: random.Random, rows: list[dict]) -> list[dict]:
    """Damages a household of several people as a whole: its head, merged cells, rows twice."""
    head, other = rows[0], rows[1]
    kind = rng.choice(("no_head", "two_heads", "merged_cells", "twice", "twice_unlike"))
    if kind == "no_head":
        clean, head[RELATION] = head[RELATION], "其他亲属"
        return [{"at": head, "kind": kind, "expect": "warn", "field": RELATION,
                 "raw": head[RELATION], "clean": clean}]
    if kind == "two_heads":
        clean, other[RELATION] = other[RELATION], "户主"
        return [{"at": other, "kind": kind, "expect": "warn", "field": RELATION,
                 "raw": "户主", "clean": clean}]
    if kind == "merged_cells":
        # Cells merged over the household keep their text in the first row only.
        for row in rows[1:]:
            for field in ("所属社区", "所属网格", "户号", ADDRESS):
                row[field] = ""
        return [{"at": row, "kind": kind, "expect": "accept", "field": "户号", "raw": "",
                 "clean": head["户号"]} for row in rows[1:]]
    copy = dict(other)
    rows.append(copy)
    if kind == "twice":
        return [{"at": copy, "kind": kind, "expect": "same", "field": ID, "raw": copy[ID],
                 "clean": copy[ID]}]
    copy[NAME] = invented.full_name(rng, "1", 1980)
    return [{"at": copy, "kind": kind, "expect": "refuse", "field": NAME, "raw": copy[NAME],
             "clean": other[NAME]}]


def spoil(rng: random.Random, households: list[list[dict]],
          share: float) -> tuple[list[dict], list[dict]]:
    """Damages about `share` of the rows; gives all rows in order, and the truth about them.

    A household is damaged as a whole or in single rows, never both, so that each line of the
    truth can be checked by itself.
    """
    truth: list[dict] = []
    for rows in households:
        if len(rows) > 1 and resident(rows[1]) and rng.random() < share / 3:
            truth += spoil_household(rng, rows)
            continue
        for row in rows:
            if resident(row) and rng.random() < share:
                entry = spoil_row(rng, row)
                if entry:
                    truth.append(entry)
    return [row for rows in households for row in rows], truth
