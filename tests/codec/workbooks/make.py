#!/usr/bin/env python3
"""Makes the workbooks of this folder: one register, written by four programs. Takes openpyxl,
LibreOffice, libxlsxwriter and a C compiler; the tests take only what it made.

  tests/codec/workbooks/make.py
"""

import datetime
import pathlib
import subprocess
import tempfile
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).parent
TITLE = "江东街道人口信息台账（2026年6月）"
HEADINGS = ["序号", "户 号", "姓  名", "性别", "出生\n日期", "公民身份号码", "与户主关系",
            "低保", "联系电话", "登记日期", "备注"]  # fmt: skip
DAY, MONTH = "yyyy-mm-dd", 'yyyy"年"m"月"'


class Date:
    """A date cell, and the format that it is shown in."""

    def __init__(self, text, shown=DAY):
        self.day, self.shown = datetime.date.fromisoformat(text), shown

    def serial(self):
        return self.day.toordinal() - 693594


# Dates, numbers, truth values and texts are cells of that kind; None: empty.
ROWS = [
    [1, "0001", "张三", "男", Date("1990-01-02"), "330782199001021234", "户主", True,
     13800000001, Date("2020-05-01"), "独居"],
    [2, None, "李四<&>", "女", Date("1991-03-01", MONTH), None, "妻", False, None,
     Date("2020-05-01"), None],
    [3, "0002", "王五", "男", None, 330782199001021234, "户主", None, None, None, None],
    [4, "0003", "赵六", "男", Date("1949-12-31"), "11010519491231002X", "户主", None,
     "13800000002、13800000003", None, None],
]  # fmt: skip


def openpyxl_workbook(path):
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.title, hidden.sheet_state = "旧表", "hidden"
    notes = book.create_sheet("填表说明")
    notes.append(["每户一行，户主在前。"])
    sheet = book.create_sheet("人口台账")
    hidden.append(HEADINGS)
    hidden.append([1, "0009", "旧人", "男"])
    sheet.append([TITLE])
    sheet.merge_cells("A1:K1")
    sheet.append(HEADINGS)
    for number, row in enumerate(ROWS, 3):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if isinstance(value, Date):
                cell.value, cell.number_format = value.day, value.shown
            else:
                cell.value = value
    sheet.merge_cells("B3:B4")
    book.active = 2
    book.save(path)


def c_text(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def libxlsxwriter_lines():
    for number, row in enumerate(ROWS, 2):
        for column, value in enumerate(row):
            at = f"sheet, {number}, {column}, "
            if isinstance(value, Date):
                shown = "day" if value.shown == DAY else "month"
                yield f"worksheet_write_number({at}{value.serial()}, {shown});"
            elif isinstance(value, bool):
                yield f"worksheet_write_boolean({at}{int(value)}, NULL);"
            elif isinstance(value, int):
                yield f"worksheet_write_number({at}{value}.0, NULL);"
            elif value == "0001":
                yield f'worksheet_merge_range(sheet, {number}, 1, {number + 1}, 1, "0001", NULL);'
            elif value == "张三":
                yield f"worksheet_write_rich_string({at}runs, NULL);"
            elif value is not None:
                yield f"worksheet_write_string({at}{c_text(value)}, NULL);"


def libxlsxwriter_workbook(path):
    headings = "\n".join(
        f"worksheet_write_string(sheet, 1, {i}, {c_text(text)}, NULL);"
        for i, text in enumerate(HEADINGS)
    )
    lines = "\n".join(libxlsxwriter_lines())
    source = f"""
#include <xlsxwriter.h>
int main(void) {{
  lxw_workbook *book = workbook_new({c_text(str(path))});
  lxw_worksheet *notes = workbook_add_worksheet(book, "填表说明");
  lxw_worksheet *sheet = workbook_add_worksheet(book, "人口台账");
  lxw_worksheet *hidden = workbook_add_worksheet(book, "旧表");
  worksheet_hide(hidden);
  worksheet_write_string(notes, 0, 0, "每户一行，户主在前。", NULL);
  lxw_format *bold = workbook_add_format(book);
  format_set_bold(bold);
  lxw_rich_string_tuple first = {{NULL, "张"}}, second = {{bold, "三"}};
  lxw_rich_string_tuple *runs[] = {{&first, &second, NULL}};
  lxw_format *day = workbook_add_format(book);
  format_set_num_format(day, {c_text(DAY)});
  lxw_format *month = workbook_add_format(book);
  format_set_num_format(month, {c_text(MONTH)});
  worksheet_merge_range(sheet, 0, 0, 0, 10, {c_text(TITLE)}, NULL);
  {headings}
  {lines}
  return workbook_close(book);
}}"""
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, "write")
        subprocess.run(
            ["cc", "-x", "c", "-", "-o", program, "-lxlsxwriter"], input=source.encode(), check=True
        )
        subprocess.run([program], check=True)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


def plain_cell(number, column, value, strings):
    name = f"{chr(65 + column)}{number}"
    if value is None:
        return ""
    if isinstance(value, Date):
        style = 1 if value.shown == DAY else 2
        return f'<c r="{name}" s="{style}"><v>{value.serial()}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{name}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, int):
        return f'<c r="{name}"><v>{value}</v></c>'
    if value not in strings:
        strings.append(value)
    return f'<c r="{name}" t="s"><v>{strings.index(value)}</v></c>'


def plain_workbook(path):
    """As programs of offices write them: the least that a spreadsheet opens, absolute names."""
    strings = []
    rows = [[TITLE], HEADINGS, *ROWS]
    data = "".join(
        f'<row r="{n}">' + "".join(plain_cell(n, i, v, strings) for i, v in enumerate(row))
        + "</row>"
        for n, row in enumerate(rows, 1)
    )  # fmt: skip
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    items = "".join(f'<si><t xml:space="preserve">{escaped(text)}</t></si>' for text in strings)
    sounding = '<si><r><t>张</t></r><r><t>三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si>'
    items = items.replace('<si><t xml:space="preserve">张三</t></si>', sounding)
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" '
        f'Type="{office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<x:workbook xmlns:x="{main}" xmlns:r="{office}"><x:sheets>'
        '<x:sheet name="人口台账" sheetId="7" r:id="s"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">'
        f'<Relationship Id="s" Type="{office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>'
        f'<Relationship Id="t" Type="{office}/styles" Target="styles.xml"/>'
        f'<Relationship Id="u" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="176" '
        'formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs count="3">'
        '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData>'
        '<mergeCells><mergeCell ref="A1:K1"/><mergeCell ref="B3:B4"/></mergeCells></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{items}</sst>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            head = '<?xml version="1.0" encoding="UTF-8"?>\n'
            archive.writestr(zipfile.ZipInfo(name), head + text, zipfile.ZIP_DEFLATED)


def main():
    openpyxl_workbook(HERE / "openpyxl.xlsx")
    libxlsxwriter_workbook(HERE / "libxlsxwriter.xlsx")
    plain_workbook(HERE / "plain.xlsx")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", "xlsx", "--outdir", folder, HERE / "openpyxl.xlsx"],
            check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        made = pathlib.Path(folder, "openpyxl.xlsx").read_bytes()
    (HERE / "libreoffice.xlsx").write_bytes(made)


if __name__ == "__main__":
    main()
