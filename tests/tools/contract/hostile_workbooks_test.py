"""Workbooks that were made to exhaust the machine are refused in bounded memory."""

import pathlib
import random
import re
import resource
import struct
import subprocess
import tempfile
import unittest
import zipfile

from office import BUILD

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BIN = BUILD / "bin"
MEMORY = 768 << 20  # bytes of address space; a good workbook of the same build takes 30 MB
TEXTS = '<c t="str"><v>姓名</v></c><c t="str"><v>户号</v></c><c t="str"><v>性别</v></c>'
ROW = '<row><c t="str"><v>张三</v></c><c><v>1</v></c><c t="str"><v>男</v></c></row>'


def parts(rows=ROW, strings=""):
    return {
        "xl/workbook.xml": f'<workbook xmlns:r="{OFFICE}"><sheets><sheet name="a" sheetId="1" '
        'r:id="s"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships><Relationship Id="s" '
        f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" '
        f'Type="{OFFICE}/sharedStrings" Target="sst.xml"/></Relationships>',
        "xl/sst.xml": f"<sst>{strings}</sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData><row>{TEXTS}</row>{rows}"
        "</sheetData></worksheet>",
    }


def write(path, content):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, text in content.items():
            with archive.open(name, "w", force_zip64=True) as out:
                for piece in [text] if isinstance(text, str) else text:
                    out.write(piece.encode())


def repeated(before, piece, times, after):
    yield before
    for _ in range(times // 4096):
        yield piece * 4096
    yield after


def bomb():
    """Blanks for half a gigabyte, behind a good beginning."""
    good = parts()
    sheet = good["xl/worksheets/sheet1.xml"]
    cut = sheet.index("</sheetData>")
    good["xl/worksheets/sheet1.xml"] = repeated(sheet[:cut], " " * 1024, 1 << 19, sheet[cut:])
    return good


def entities():
    """A billion laughs."""
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    good = parts()
    good["xl/sst.xml"] = f'<!DOCTYPE sst [<!ENTITY l0 "ha">{lines}]><sst><si><t>&l9;</t></si></sst>'
    return good


def shared_string():
    """One string of 100 kB in every cell of many rows."""
    row = "<row>" + '<c t="s"><v>0</v></c>' * 9 + "</row>"
    return parts(ROW + row * 2000, "<si><t>" + "x" * 100_000 + "</t></si>")


def empty_columns():
    """A million columns, none of which holds anything."""
    return parts(ROW + "<row>" + "<c/>" * 1_000_000 + "</row>")


def styled_columns():
    """As spreadsheets write a row that was formatted to its end: no harm in it."""
    names = [f"{a}{b}" for a in "ABCDEFGHIJKLMNOPQRSTUVW" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    row = "".join(f'<c r="{name}3" s="0"/>' for name in names)
    return parts(ROW + f'<row r="3">{row}</row>')


def long_tag():
    good = parts()
    good["xl/worksheets/sheet1.xml"] = repeated("<worksheet a='", "y" * 64, 1 << 17, "'/>")
    return good


def nested():
    return parts("<row>" + "<a>" * 1_000_000)


def strings():
    """More strings than any register has, packed a hundred times at the most."""
    noise = random.Random(1)
    words = [f"<si><t>{noise.getrandbits(400):x}</t></si>" for _ in range(1 << 12)]
    good = parts()
    good["xl/sst.xml"] = ("".join(words) for _ in range(700))
    return good


REFUSED = {
    bomb: "xlsx.too_large",
    entities: "xlsx.dtd",
    shared_string: "xlsx.too_large",
    empty_columns: "xlsx.too_large",
    long_tag: "xlsx.too_large",
    nested: "xlsx.damaged",
    strings: "xlsx.too_large",
}


def sanitized():
    cache = (BUILD / "CMakeCache.txt").read_text()
    return bool(re.search(r"^GRID_SANITIZE:\w+=.", cache, re.M))


def bounded():
    if not sanitized():  # the sanitizers reserve more than any bound
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


class HostileWorkbooks(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="grid-hostile-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.tool("grid-init", "--quiet")
        area = '{"type":"area","code":"330782002","name":"a","kind":"street"}\n'
        area += '{"type":"area","code":"330782002005","name":"b","kind":"community",'
        area += '"parent":"330782002"}\n'
        self.tool("grid-add", "--quiet", text=area)

    def tool(self, name, *arguments, text=""):
        return subprocess.run(
            [BIN / name, *arguments, "--db", self.folder / "grid.db"],
            input=text, capture_output=True, text=True, check=False, preexec_fn=bounded,
        )  # fmt: skip

    def take(self, content):
        path = self.folder / "book.xlsx"
        write(path, content)
        return self.tool("household-import", path, "--area", "330782002005")

    def test_what_exhausts_is_refused(self):
        for make, code in REFUSED.items():
            with self.subTest(make.__name__):
                run = self.take(make())
                self.assertEqual(run.returncode, 65, run.stderr)
                self.assertIn(f"[{code}]", run.stderr)
                self.assertEqual(run.stdout, "")

    def test_an_archive_that_lies_about_its_sizes(self):
        path = self.folder / "book.xlsx"
        write(path, bomb())
        with zipfile.ZipFile(path) as archive:
            size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
        told = path.read_bytes().replace(struct.pack("<I", size), struct.pack("<I", 1000))
        path.write_bytes(told)
        run = self.tool("household-import", path, "--area", "330782002005")
        self.assertEqual(run.returncode, 65, run.stderr)
        self.assertRegex(run.stderr, r"\[xlsx\.(damaged|too_large)\]")

    def test_what_only_looks_so_is_read(self):
        for content in (parts(), styled_columns()):
            run = self.take(content)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertIn('"rejected":0', run.stdout)


if __name__ == "__main__":
    unittest.main()
