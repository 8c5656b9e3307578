"""The table of steps in case-steps(7) is the one in the code.

    GRID_BUILD=build python3 tests/repo/steps_page_test.py [--update]

The part between the two marks of each page is made from what `case-act --steps` prints; --update
writes it anew.
"""

import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import unittest

from tree import ROOT

BUILD = pathlib.Path(os.environ["GRID_BUILD"]).resolve()
BEGIN, END = '.\\" steps: begin\n', '.\\" steps: end\n'
CLOCKS = ("accept", "sign", "handle", "verify", "promise")
WORDS = {
    "en": {"needs": "Needs ", "who": "By ", "clocks": "Clocks: ", "stays": "the state stays",
           "before": "no case yet", "back": "the state before the merging", "stop": ".",
           "comma": ", ", "or": "; ", "to": " \\(-> "},
    "zh": {"needs": "需要 ", "who": "由", "clocks": "计时：", "stays": "状态不变",
           "before": "尚无案件", "back": "并案之前的状态", "stop": "。",
           "comma": "、", "or": "；", "to": " \\(-> "},
}  # fmt: skip


def printed(*options):
    command = [BUILD / "bin" / "case-act", "--steps", *options]
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return run.stdout


def rows(language):
    """The steps, with `who` in the language and `word`, the name of the action."""
    steps = [json.loads(line) for line in printed("--format", "jsonl").splitlines()]
    if language == "en":
        return [dict(step, word="") for step in steps]
    # A table gives the words of codes; a CSV the whole text of who.
    table = printed("--format", "table", "--lang", language).splitlines()[1:]
    sheet = csv.DictReader(io.StringIO(printed("--format", "csv", "--lang", language)))
    found = []
    for step, line, record in zip(steps, table, sheet, strict=True):
        cells = re.split(r" {2,}", line.strip())
        word = cells[1 if "from" in step else 0]
        found.append(dict(step, word=word, who=record["who"].split(",")))
    return found


def target(step, staying):
    if "to" not in step:
        return "back"
    return "stays" if step["action"] in staying else step["to"]


def described(step, to, origins, words):
    """One way of an action: from where to where, what it needs, by whom, what clocks do."""
    origin = words["comma"].join(origins) or words["before"]
    lines = [f"{origin}{words['to']}{words.get(to, to)}{words['stop']}"]
    needs = step.get("needs", [])
    if needs:
        lines.append(f"{words['needs']}{words['comma'].join(needs)}{words['stop']}")
    lines.append(f"{words['who']}{words['or'].join(step['who'])}{words['stop']}")
    clocks = [f"{clock} {step[clock]}" for clock in CLOCKS if clock in step]
    if clocks:
        lines.append(f"{words['clocks']}{words['comma'].join(clocks)}{words['stop']}")
    return lines


def page_part(language):
    words = WORDS[language]
    actions = {}
    steps = rows(language)
    # Actions that leave every state as it is.
    staying = {step["action"] for step in steps}
    staying -= {step["action"] for step in steps if step.get("to") != step.get("from")}
    for step in steps:
        shape = json.dumps({k: v for k, v in step.items() if k not in ("from", "to")})
        ways = actions.setdefault(step["action"], {})
        to = target(step, staying)
        way = ways.setdefault((to, shape), (step, to, []))
        if "from" in step:
            way[2].append(step["from"])
    out = ['.Bl -tag -width "supervise"']
    for action, ways in actions.items():
        word = next(iter(ways.values()))[0]["word"]
        out.append(f".It Cm {action}" + (f" Ns （{word}）" if word else ""))
        for number, (step, to, origins) in enumerate(ways.values()):
            if number > 0:
                out.append(".Pp")
            out += described(step, to, origins, words)
    out.append(".El")
    return "".join(line + "\n" for line in out)


def pages():
    return [("en", ROOT / "man" / "case-steps.7"), ("zh", ROOT / "man/zh_CN" / "case-steps.7")]


class Steps(unittest.TestCase):
    def test_the_manual_has_the_table_of_the_code(self):
        for language, path in pages():
            with self.subTest(page=str(path)):
                text = path.read_text()
                part = text[text.index(BEGIN) + len(BEGIN) : text.index(END)]
                self.assertEqual(part, page_part(language))


def update():
    for language, path in pages():
        text = path.read_text()
        head, tail = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
        path.write_text(head + page_part(language) + tail)


if __name__ == "__main__":
    if "--update" in sys.argv:
        update()
    else:
        unittest.main()
