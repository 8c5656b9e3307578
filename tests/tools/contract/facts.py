"""What the suite must know of each tool: how it succeeds in the office of office.template()."""

import dataclasses

from office import built_tools

CASE = "330782002-20261112-0001"  # reported
ACCEPTED = "330782002-20261112-0002"
RECEIPT = "XPX6-Y9C8-CDPP-N3S8"  # of CASE


@dataclasses.dataclass(frozen=True)
class Tool:
    name: str
    arguments: tuple = ()  # under which it succeeds
    input: str = ""  # what it then reads on standard input
    statuses: tuple = (0,)  # of that run
    database: bool = True  # opens the office's file
    writes: bool = False  # opens it for writing, in that run
    batch: bool = False  # reads records through the record loop of the writers
    lines: bool = False  # answers each line that it reads with a line
    refused: tuple = ()  # (a line that it refuses, the code)
    records: bool = True  # prints records (grid-policy show prints TOML)
    operands: bool = False  # its arguments hold operands (they may stand anywhere)
    files: bool = False  # it reads the files that its operands name
    wrong: tuple = ()  # (arguments with an unknown value, what the message must name)


NEW_GRID = (
    '{"type":"area","code":"330782002005003","name":"第三网格","kind":"grid",'
    '"parent":"330782002005"}\n'
)
NEW_CASES = (
    '{"title":"垃圾暴露","category":"0401","area":"330782002005001","text":"楼道口"}\n'
    '{"title":"噪声扰民","category":"07","area":"330782002005002"}\n'
)

ALL = (
    Tool("grid-init", ("--upgrade",), writes=True),
    Tool(
        "grid-add",
        input=NEW_GRID,
        writes=True,
        batch=True,
        lines=True,
        refused=('{"type":"area","code":"330782002005009"}', "field.required"),
        files=True,
    ),
    Tool("grid-list", wrong=(("aera",), "area")),
    Tool("grid-backup", ("copy.db",), operands=True),
    Tool("grid-policy", ("show",), records=False, operands=True, wrong=(("shwo",), "show")),
    Tool("grid-policy", ("versions",), operands=True),
    Tool(
        "case-report",
        input=NEW_CASES,
        writes=True,
        batch=True,
        lines=True,
        refused=('{"category":"0401","area":"330782002005001"}', "field.required"),
        files=True,
    ),
    Tool("case-list", ("--all",), wrong=(("--state", "repotred"), "reported")),
    Tool("case-show", (CASE,), operands=True),
    Tool(
        "case-track",
        input=f"{RECEIPT}\n" + '{"receipt":"vvhwt4ws8p9w95n9","no":"not asked for"}\n',
        lines=True,
        refused=("0000-0000-0000-0000", "receipt.unknown"),
        operands=True,
    ),
    Tool(
        "case-act",
        ("note", "--text", "已到现场"),
        input=f'{{"no":"{CASE}"}}\n',
        writes=True,
        batch=True,
        lines=True,
        refused=('{"no":"330782002-20261112-9999"}', "case.unknown"),
        operands=True,
        wrong=(("acept",), "accept"),
    ),
    Tool("case-escalate", ("--overdue",), writes=True),
    Tool(
        "case-escalate",
        ("--reason", "权属不清"),
        input=f'{{"no":"{ACCEPTED}"}}\n',
        writes=True,
        batch=True,
        refused=('{"no":"330782002-20261112-9999"}', "case.unknown"),
    ),
    Tool("case-due", ("--from", "2026-11-20T10:00:00+08:00", "--limit", "5wd")),
    Tool(
        "case-due",
        input='{"from":"2026-11-20T10:00:00+08:00","limit":"4wh"}\n'
        '{"from":"2026-11-20T10:00:00+08:00","until":"2026-11-23T09:00:00+08:00"}\n',
        lines=True,
        files=True,
    ),
    Tool(
        "id-check",
        input="330782199001021234\n33078219900104003X\n",
        database=False,
        lines=True,
        files=True,
        wrong=(("--kind", "pasport"), "passport"),
    ),
    Tool("household-import", ("register.csv",), writes=True, operands=True),
    Tool("household-list", ("--by", "person"), wrong=(("--residence", "floatin"), "floating")),
    Tool(
        "household-move",
        ("out",),
        input='{"community":"330782002005","household_no":"0001","name":"李四"}\n',
        writes=True,
        batch=True,
        lines=True,
        refused=('{"person":"99"}', "person.unknown"),
        operands=True,
        wrong=(("splti",), "split"),
    ),
    Tool("household-import", ("--batches",), operands=True),
    Tool(
        "list-export",
        ("cases", "--columns", "no,title,state"),
        operands=True,
        wrong=(("cses",), "cases"),
    ),
    Tool(
        "visit-log",
        input='{"area":"330782002005001","result":"正常"}\n'
        '{"type":"area","code":"330782002005002","result":"已巡查"}\n',
        writes=True,
        batch=True,
        lines=True,
        refused=('{"area":"330782002005099"}', "area.unknown"),
        files=True,
        wrong=(("--kind", "hmoe"), "home"),
    ),
    Tool("grid-stats", ("--month", "2026-11"), wrong=(("--by", "ara"), "area")),
    Tool("grid-check", statuses=(1,)),
    Tool("grid-check", ("--access",)),
    Tool(
        "grid-erase",
        ("people", "--reason", "超过保存期限"),
        input='{"person":"3"}\n',
        writes=True,
        batch=True,
        lines=True,
        refused=('{"person":"1"}', "erasure.lives_here"),
        operands=True,
    ),
)


def tools(**wanted):
    """The facts about the binaries of the build that have all of the wanted properties."""
    built = built_tools()
    return [
        tool
        for tool in ALL
        if tool.name in built and all(getattr(tool, k) == v for k, v in wanted.items())
    ]


def unknown_tools():
    return sorted(set(built_tools()) - {tool.name for tool in ALL})
