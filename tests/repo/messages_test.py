"""The messages of the programs and their translation: none missing, none left over."""

import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from tree import ROOT

PO = ROOT / "po" / "zh_CN.po"
# A comma, semicolon or question mark of ASCII between Chinese words or arguments.
HALF_WIDTH = re.compile(
    r"(?<=[\u3000-\u9fff\uff00-\uffef}])[;,?!] ?(?=[\u3000-\u9fff\uff00-\uffef{]|$)"
)
# Of --help, in columns of a terminal.
WIDTH = 80


def literal(lines):
    """The text of the quoted lines of one msgid or msgstr."""
    pieces = re.findall(r'^"(.*)"$', lines, re.M)
    return re.sub(r'\\([\\"n])', lambda m: "\n" if m[1] == "n" else m[1], "".join(pieces))


def entries(source):
    """(id, translation, comments) of each entry of a catalogue, without its header."""
    quoted = r'((?:[ \t]*"(?:\\.|[^"\\\n])*"\n)+)'
    found = []
    for block in re.split(r"\n\n+", source):
        entry = re.search(f"^msgid{quoted}msgstr{quoted}", block + "\n", re.M)
        if entry:
            texts = [literal(re.sub(r"^[ \t]+", "", part, flags=re.M)) for part in entry.groups()]
            found.append((*texts, block[: entry.start()]))
    return [entry for entry in found if entry[0]]


def extracted():
    run = subprocess.run(
        ["sh", str(ROOT / "po" / "extract.sh")], capture_output=True, text=True, check=True
    )
    return run.stdout, run.stderr


def faults(template, catalogue):
    """What is wrong with a catalogue, a line each."""
    wanted = {text: comments for text, _, comments in entries(template)}
    found = entries(catalogue)
    ids = {text for text, _, _ in found}
    missing = sorted(wanted.keys() - ids)
    lines = [f"not in the catalogue: {text!r} {wanted[text]!r}" for text in missing]
    lines += [f"in no source: {text!r}" for text in sorted(ids - wanted.keys())]
    lines += [f"obsolete: {line}" for line in re.findall(r"^#~ msgid .*", catalogue, re.M)]
    for text, translation, comments in found:
        if not translation:
            lines.append(f"not translated: {text!r}")
        elif re.search(r"^#,.*\bfuzzy\b", comments, re.M):
            lines.append(f"fuzzy: {text!r}")
        elif text.count("{}") != translation.count("{}"):
            lines.append(f"other arguments: {text!r} {translation!r}")
        elif HALF_WIDTH.search(translation):
            lines.append(f"half-width: {text!r} {translation!r}")
    return lines


class Catalogue(unittest.TestCase):
    def test_extraction_says_nothing_else(self):
        self.assertEqual(extracted()[1], "")

    def test_every_way_to_make_a_message_is_found(self):
        ids = {text for text, _, _ in entries(extracted()[0])}
        for text in (
            "{} is missing",  # problem
            "bring it up to date with grid-init --upgrade",  # message_id, chosen by ?:
            "did you mean {}?",  # tr
            "file cases",  # Program
            "On the numbers named, or on the JSON lines read: a record's own fields win.",
            "accept all that is new",  # example
            "late now",  # flag
            "in this area or below",  # value
            "who acts (GRID_AS)",  # value of all tools
            "all records or none",  # flag of all tools
            "not a number of JSON at byte {}",  # fail
            "the check character is wrong",  # refuse
            "the row names no household",  # warn
            "the span ends before it begins",  # usage
        ):
            with self.subTest(text=text):
                self.assertIn(text, ids)

    def test_chinese_is_complete(self):
        self.assertEqual(faults(extracted()[0], PO.read_text(encoding="utf-8")), [])

    def test_msgfmt_finds_no_fault(self):
        with tempfile.TemporaryDirectory() as folder:
            run = subprocess.run(
                ["msgfmt", "--check", "-o", str(pathlib.Path(folder) / "out.mo"), str(PO)],
                capture_output=True,
                text=True,
                check=False,
            )
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def test_this_test_finds_faults(self):
        texts = ("a {}", "b", "c", "d", "e\\\"\\\\", "h {}; i", "j, k")
        template = 'msgid ""\nmsgstr ""\n"Language: \\n"\n\n' + "\n".join(
            f'msgid "{text}"\nmsgstr ""\n' for text in texts
        )
        catalogue = (
            'msgid "a {}"\nmsgstr "甲"\n\nmsgid "b"\nmsgstr ""\n\n'
            '#, fuzzy\nmsgid "c"\nmsgstr "丙"\n\n'
            'msgid "h {}; i"\nmsgstr "{}; 辛"\n\nmsgid "j, k"\nmsgstr "壬, 癸"\n\n'
            'msgid ""\n"e\\""\n"\\\\"\nmsgstr "戊"\n\nmsgid "f"\nmsgstr "己"\n\n'
            '#~ msgid "g"\n#~ msgstr "庚"\n'
        )
        self.assertEqual(
            [line.split(":")[0] for line in faults(template, catalogue)],
            ["not in the catalogue", "in no source", "obsolete", "other arguments",
             "not translated", "fuzzy", "half-width", "half-width"],
        )  # fmt: skip
        self.assertIn("'d'", faults(template, catalogue)[0])


def columns(line):
    """How wide a terminal shows a line: wide and full-width characters take two columns."""
    return sum(2 if ord(c) >= 0x1100 and not 0x2010 <= ord(c) <= 0x2027 else 1 for c in line)


class Help(unittest.TestCase):
    """What the programs print in Chinese."""

    def help_of(self, tool):
        program = pathlib.Path(os.environ["GRID_BUILD"]).resolve() / "bin" / tool
        command = [program, "--lang", "zh", "--help"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def tools(self):
        return (pathlib.Path(os.environ["GRID_BUILD"]) / "tools.txt").read_text().split()

    def test_is_translated(self):
        for tool in self.tools():
            with self.subTest(tool=tool):
                shown = self.help_of(tool)
                self.assertTrue(shown.startswith(f"{tool} - "))
                for heading in ("用法: ", "共有选项（见 grid(7)）：", "示例："):
                    self.assertIn(f"\n{heading}", shown)

    def test_fits_a_terminal(self):
        for tool in self.tools():
            with self.subTest(tool=tool):
                # A command of an example stands on a line of its own, as long as it is.
                wide = [
                    line
                    for line in self.help_of(tool).splitlines()
                    if columns(line) > WIDTH and not line.startswith(f"  {tool} ")
                ]
                self.assertEqual(wide, [])


if __name__ == "__main__":
    unittest.main()
