# Workbooks, profiles, and how files are understood before anything is imported.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

# A workbook of two sheets with headings and one without.
$ cat > workbook.py <<'PROGRAM'
> import sys, zipfile
> OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
> SHEETS = {
>     "说明": [["每户一行"]],
>     "东洲": [["东洲社区人口台账"], ["户号", "与户主关系", "姓名", "公民身份号码", "出生日期", "备注"],
>             ["0001", "户主", "张三", "330782199001021234", 32875, "独居"],
>             ["0001", "妻", "李四", 330782199003050020, "", "电话未接"]],
>     "外来": [["人员编码", "姓名", "户号", "流入原因", "居住证号", "到期日期"],
>             ["A17", "王五", "0002", "打工", "33078212345678901X", "2027-03-04"]],
> }
> def cell(value):
>     if value == "":
>         return "<c/>"
>     if isinstance(value, int):
>         return f"<c><v>{value}</v></c>"
>     return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
> with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
>     names = relations = ""
>     for n, (name, rows) in enumerate(SHEETS.items(), 1):
>         names += f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"/>'
>         relations += (f'<Relationship Id="s{n}" Type="{OFFICE}/worksheet" '
>                       f'Target="worksheets/sheet{n}.xml"/>')
>         data = "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)
>         archive.writestr(f"xl/worksheets/sheet{n}.xml",
>                          f"<worksheet><sheetData>{data}</sheetData></worksheet>")
>     archive.writestr("xl/workbook.xml",
>                      f'<workbook xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>')
>     archive.writestr("xl/_rels/workbook.xml.rels", f"<Relationships>{relations}</Relationships>")
> PROGRAM

$ python3 workbook.py book.xlsx

$ household-import book.xlsx --area 330782002005 --explain
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"东洲","header_row":2,"column":"A","heading":"户号","field":"household_no","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"东洲","header_row":2,"column":"B","heading":"与户主关系","field":"relation","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"东洲","header_row":2,"column":"C","heading":"姓名","field":"name","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"东洲","header_row":2,"column":"D","heading":"公民身份号码","field":"id_no","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"东洲","header_row":2,"column":"E","heading":"出生日期","field":"birth","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"东洲","header_row":2,"column":"F","heading":"备注","field":"remark","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"外来","header_row":1,"column":"A","heading":"人员编码","field":"source_ref","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"外来","header_row":1,"column":"B","heading":"姓名","field":"name","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"外来","header_row":1,"column":"C","heading":"户号","field":"household_no","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"外来","header_row":1,"column":"D","heading":"流入原因","field":"flow_reason","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"外来","header_row":1,"column":"E","heading":"居住证号","field":"permit_no","by":"heading"}
{"type":"mapping","v":1,"file":"book.xlsx","sheet":"外来","header_row":1,"column":"F","heading":"到期日期","field":"permit_until","by":"heading"}
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************4","name":"张三","sex":"1","birth":"1990","relation":"02","community":"330782002005","household_no":"0001","tags":["独居"]}
{"type":"person","v":1,"id_kind":"none","name":"王五","community":"330782002005","household_no":"0002","flow_reason":"01","permit_no":"3****************X","permit_until":"2027-03-04"}
! household-import: book.xlsx[东洲]:4: the cell holds a number, of which spreadsheets keep 15 digits; format the column as text and enter the numbers again [id.numeric]
! household-import: book.xlsx[外来]:2: warning: there is no number [id.missing]
! household-import: book.xlsx[外来]:2: warning: the numbers that people have in another system are kept with --source only [source.unnamed]

$ household-import book.xlsx --area 330782002005 --explain --sheet 东洲 --format table
File       Encoding  Delimiter  Sheet  Headings  Column  Heading       Field         By
book.xlsx                       东洲          2  A       户号          household_no  heading
book.xlsx                       东洲          2  B       与户主关系    relation      heading
book.xlsx                       东洲          2  C       姓名          name          heading
book.xlsx                       东洲          2  D       公民身份号码  id_no         heading
book.xlsx                       东洲          2  E       出生日期      birth         heading
book.xlsx                       东洲          2  F       备注          remark        heading
\
Community     Household  Grid  Relation               Name  Former name  ID kind                 ID number           Sex   Birth  Ethnic group  Nationality  Phone  Politics  Education  Marriage  Residence  Consistent  Address  Registered address  Since  Until  Tags  Reason of coming  Came from  Permit  Registered on  Permit until  Died  Ended by  Source  Number there
330782002005  0001             head of the household  张三               resident identity card  3****************4  male  1990                                                                                                                                      独居
! household-import: book.xlsx:4: the cell holds a number, of which spreadsheets keep 15 digits; format the column as text and enter the numbers again [id.numeric]

# Nothing has been imported.
$ household-list --by person

# Where several sheets are read, refusals name theirs.
$ household-import book.xlsx --area 330782002005 --rejects refused.csv
{"type":"import","v":1,"file":"book.xlsx","batch":"1","sheet":"东洲, 外来","header_row":2,"read":3,"added":2,"changed":0,"same":0,"rejected":1,"repaired":1,"warned":3,"households":2,"persons":2,"skipped":1,"repairs":["date.spelling=1"],"warnings":["household.no_head=1","id.missing=1","source.unnamed=1"],"refusals":["id.numeric=1"]}
! household-import: book.xlsx[东洲]:4: the cell holds a number, of which spreadsheets keep 15 digits; format the column as text and enter the numbers again [id.numeric]
! household-import: book.xlsx[外来]:2: warning: there is no number [id.missing]
! household-import: book.xlsx[外来]:2: warning: the numbers that people have in another system are kept with --source only [source.unnamed]
! household-import: book.xlsx[外来]:2: warning: household 0002 has no head [household.no_head]
! read=3 added=2 changed=0 same=0 rejected=1
? 3

$ cat refused.csv
户号,与户主关系,姓名,公民身份号码,出生日期,备注,_row,_line,_field,_code,_reason,_sheet
0001,妻,李四,3.3078219900305e+17,,电话未接,4,4,id_no,id.numeric,"the cell holds a number, of which spreadsheets keep 15 digits",东洲

$ household-import book.xlsx --area 330782002005
{"type":"import","v":1,"file":"book.xlsx","batch":"1","sheet":"东洲, 外来","header_row":2,"read":3,"added":0,"changed":0,"same":2,"rejected":1,"repaired":1,"warned":3,"households":2,"persons":2,"skipped":1,"repairs":["date.spelling=1"],"warnings":["household.no_head=1","id.missing=1","source.unnamed=1"],"refusals":["id.numeric=1"]}
! household-import: book.xlsx[东洲]:4: the cell holds a number, of which spreadsheets keep 15 digits; format the column as text and enter the numbers again [id.numeric]
! household-import: book.xlsx[外来]:2: warning: there is no number [id.missing]
! household-import: book.xlsx[外来]:2: warning: the numbers that people have in another system are kept with --source only [source.unnamed]
! household-import: book.xlsx[外来]:2: warning: household 0002 has no head [household.no_head]
! read=3 added=0 changed=0 same=2 rejected=1
? 3

$ household-list --by person
{"type":"person","v":1,"id_kind":"resident_id","id_no":"3****************4","name":"张三","sex":"1","birth":"1990","relation":"02","community":"330782002005","household_no":"0001","tags":["独居"]}
{"type":"person","v":1,"id_kind":"none","name":"王五","community":"330782002005","household_no":"0002","flow_reason":"01","permit_no":"3****************X","permit_until":"2027-03-04"}

$ household-import book.xlsx --sheet 东州
! household-import: book.xlsx: the workbook has no sheet 东州, but 说明, 东洲, 外来 [sheet.unknown]
! read=0 added=0 changed=0 same=0 rejected=0
? 65

$ household-import book.xlsx --sheet 说明
! household-import: book.xlsx: no row of headings among the first 20 rows; at least three known headings make one; name its row with --header-row [heading.missing]
! read=0 added=0 changed=0 same=0 rejected=0
? 65

# A web page that a system calls a workbook.
$ printf '\357\273\277\r\n<HTML><body><table><tr><td>姓名</td><td>户号</td></tr>\r\n' > page.xls; household-import page.xls
! household-import: page.xls: this is a web page or XML, whatever its name says; open it in the spreadsheet and save it as .xlsx, or as CSV [file.html]
! read=0 added=0 changed=0 same=0 rejected=0
? 65
$ printf '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">' > page.xls; household-import page.xls --lang zh
! household-import: page.xls: 不论文件名如何，这其实是网页或 XML；请在电子表格中打开，另存为 .xlsx 或 CSV [file.html]
! read=0 added=0 changed=0 same=0 rejected=0
? 65

# The office's profile; what is typed goes before it.
$ cat > office.toml <<'PROFILE'
> area = "330782002005"
> [source]
> sheet = "外来"
> name = "综治平台"
> [headings]
> "人员编码" = "source_ref"
> [values.flow_reason]
> "打工" = "经商"
> PROFILE

$ household-import book.xlsx --profile office.toml
{"type":"import","v":1,"file":"综治平台","batch":"2","sheet":"外来","header_row":1,"read":1,"added":0,"changed":1,"same":0,"rejected":0,"repaired":0,"warned":1,"households":1,"persons":1,"skipped":0,"warnings":["id.missing=1"]}
! household-import: book.xlsx:2: warning: there is no number [id.missing]
! read=1 added=0 changed=1 same=0 rejected=0

$ household-list --by person --no 0002 --reveal audit
{"type":"person","v":1,"id_kind":"none","name":"王五","community":"330782002005","household_no":"0002","flow_reason":"03","permit_no":"33078212345678901X","permit_until":"2027-03-04","source":"综治平台","source_ref":"A17"}

$ household-import book.xlsx --profile office.toml --sheet 东洲 --explain | grep -c mapping
6
! household-import: book.xlsx:4: the cell holds a number, of which spreadsheets keep 15 digits; format the column as text and enter the numbers again [id.numeric]

$ printf '[source]\nencodng = "utf-8"\n[headings]\n"甲" = "nmae"\n' > wrong.toml; household-import book.xlsx --profile wrong.toml
! household-import: wrong.toml:2: unknown key encodng; did you mean encoding? [profile.unknown_key]
! household-import: wrong.toml:4: there is no field nmae; did you mean name? a field of a person or household, tag:WORD, or ignored [profile.field]
? 78

$ printf '[values.flow_reason]\n"打工" = "经商"\n"种地" = "farmng"\n' > wrong.toml; household-import book.xlsx --profile wrong.toml; household-import book.xlsx --profile wrong.toml --lang zh
! household-import: wrong.toml:3: 种地 = farmng: no row can say that; did you mean farming? a code or word that the field takes; see grid-records(5) [profile.value]
! household-import: wrong.toml:3: 种地 = farmng：任何一行都不能这样填；是否指 farming？请用该字段可取的代码或词，见 grid-records(5) [profile.value]
? 78

$ household-import book.xlsx --profile none.toml
! household-import: no such file: none.toml [input.missing]
? 66

# A street as --area: the rows name their communities.
$ printf '姓名,户号,所属社区\n钱一,7,东洲社区\n钱二,8,\n' > street.csv; household-import street.csv --area 330782002
{"type":"import","v":1,"file":"street.csv","batch":"3","encoding":"utf-8","delimiter":",","header_row":1,"read":2,"added":1,"changed":0,"same":0,"rejected":1,"repaired":0,"warned":1,"households":1,"persons":1,"skipped":0,"warnings":["id.missing=1"],"refusals":["area.required=1"]}
! household-import: street.csv:2: warning: there is no number [id.missing]
! household-import: street.csv:3: the community is missing; name the community of the whole file with --area [area.required]
! read=2 added=1 changed=0 same=0 rejected=1
? 3

# UTF-16 without its mark, with tabs; and any character between the cells.
$ printf '姓名\t户号\t性别\n孙一\t9\t男\n' | iconv -t UTF-16LE | household-import --area 330782002005
{"type":"import","v":1,"file":"-","batch":"4","encoding":"utf-16le","delimiter":"\t","header_row":1,"read":1,"added":1,"changed":0,"same":0,"rejected":0,"repaired":0,"warned":1,"households":1,"persons":1,"skipped":0,"warnings":["id.missing=1"]}
! household-import: -:2: warning: there is no number [id.missing]
! read=1 added=1 changed=0 same=0 rejected=0

$ printf '姓名^户号^性别\n孙二^9^男\n' | household-import --area 330782002005 --delimiter ^
{"type":"import","v":1,"file":"-","batch":"5","encoding":"utf-8","delimiter":"^","header_row":1,"read":1,"added":1,"changed":0,"same":0,"rejected":0,"repaired":0,"warned":1,"households":1,"persons":1,"skipped":0,"warnings":["id.missing=1"]}
! household-import: -:2: warning: there is no number [id.missing]
! read=1 added=1 changed=0 same=0 rejected=0

$ household-import register.csv --delimiter ab
! household-import: --delimiter takes one character or tab, not ab [usage.value]
? 2

# What is no workbook, or none that is read.
$ head -c 500 book.xlsx > cut.xlsx; household-import cut.xlsx
! household-import: cut.xlsx: the workbook is damaged: its end may be missing [xlsx.damaged]
! read=0 added=0 changed=0 same=0 rejected=0
? 65

$ printf '\320\317\021\340\241\261\032\341' > old.xls; household-import old.xls
! household-import: old.xls: this is a workbook of the old kind, which is not read; open it in the spreadsheet and save it as .xlsx, or as CSV [file.xls]
! read=0 added=0 changed=0 same=0 rejected=0
? 65
