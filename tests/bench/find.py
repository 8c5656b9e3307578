"""household-list over many people, each whole process beside sqlite3 looking up one row by key."""

import json
import random

from rig import COMMUNITIES, GRIDS, STREET

SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建华红国志海波鹏飞宇轩浩欣怡佳子涵梓"
RARE = "尉迟䶮玥"  # one person, once
CHECK = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def number(n):
    """The n-th resident's number, all different."""
    body = f"330782{1940 + n % 80}{n // 80 % 12 + 1:02}{n // 960 % 28 + 1:02}{n // 26880:03}"
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, CHECK)) % 11]


def people(many):
    """JSON lines: households of three, all over the grids."""
    rng = random.Random(4)
    for n in range(many):
        home = n // 3
        place = home % (COMMUNITIES * GRIDS)
        community = f"{STREET}{place // GRIDS + 1:03}"
        name = rng.choice(SURNAMES) + "".join(rng.choices(GIVEN, k=rng.choice((1, 2, 2, 2))))
        yield {"type": "person", "id_kind": "resident_id", "id_no": number(n),
               "name": RARE if n == many // 2 else name, "phone": f"138{n * 7919 % 10**8:08}",
               "relation": ("02", "10", "20")[n % 3], "community": community,
               "household_no": str(home), "area": f"{community}{place % GRIDS + 1:03}",
               "residence": "registered"}


def find(rig):
    """Finding people by number, name, part of a name, pinyin and telephone."""
    many = rig.options.many
    db = rig.office("find.db")
    source = rig.folder / "people.jsonl"
    with source.open("w") as file:
        for person in people(many):
            print(json.dumps(person, ensure_ascii=False), file=file)
    rig.tool("household-import", str(source), db=db)
    source.unlink()
    middle = many // 2
    questions = [("number", number(middle)), ("exact name", RARE), ("part of a name", RARE[2:]),
                 ("pinyin", "yuchi"), ("first letters", "ycyy"),
                 ("telephone", f"138{middle * 7919 % 10**8:08}"), ("nobody", "龘龘")]
    for what, line in questions:
        question = rig.folder / "question"
        question.write_text(line + "\n")

        def ours():
            with question.open() as stdin:
                return rig.tool("household-list", "--by", "person", "--search", db=db, stdin=stdin)

        rig.compare(f"find by {what} among {many}", ours,
                    lambda: rig.sqlite(db, f"SELECT * FROM person WHERE id = {middle}"), bound=5)
    rig.compare(f"the people of a community of {many // COMMUNITIES}",
                lambda: rig.tool("household-list", "--by", "person", "--community", f"{STREET}001",
                                 db=db),
                lambda: rig.sqlite(db, "SELECT p.*, r.*, h.* FROM household h JOIN residence r ON"
                                   " r.household = h.id JOIN person p ON p.id = r.person WHERE"
                                   " h.community = (SELECT id FROM area WHERE code ="
                                   f" '{STREET}001') ORDER BY h.no, p.id"))
