# Words of one, two and more characters inside title and text.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl
$ case-report -q > filed.jsonl <<'LINES'
> {"title":"路灯不亮","text":"3幢2单元楼道路灯已坏三天","category":"0502","area":"330782002005001"}
> {"title":"水管漏水","text":"BUILDING 12, 电话0579-8523","category":"0502","area":"330782002005002"}
> {"title":"燃气泄漏","text":"楼道有异味","category":"03","area":"330782002005001","urgency":"emergency"}
> {"title":"𠮷野家门口积水","category":"0401","area":"330782002005001"}
> LINES
$ case-list --text 漏 | cut -d '"' -f 10,16-20
330782002-20261120-0003"title":"燃气泄漏","text
330782002-20261120-0002"title":"水管漏水","text
$ case-list --text 楼道 --format csv | cut -d , -f 1,3
no,title
330782002-20261120-0003,燃气泄漏
330782002-20261120-0001,路灯不亮
$ case-list --text 单元楼道 | wc -l
1
$ case-list --text 灯亮 --exit-status
? 1
$ case-list --text 12, | wc -l
1
$ case-list --text building --exit-status
? 1
$ case-list --text 𠮷 | wc -l
1
$ case-list --text '" OR "' --exit-status
? 1
$ case-list --text - | wc -l
1

# Open emergencies come first; once it has ended an emergency stands where it was filed.
$ case-list --all --format csv | cut -d , -f 1,13
no,urgency
330782002-20261120-0003,emergency
330782002-20261120-0001,normal
330782002-20261120-0002,
330782002-20261120-0004,normal
$ case-act void 330782002-20261120-0003 --reason 误报 -q > voided.jsonl
$ case-list --all --format csv | cut -d , -f 1,13
no,urgency
330782002-20261120-0001,normal
330782002-20261120-0002,
330782002-20261120-0003,emergency
330782002-20261120-0004,normal

# grid-check notices an entry that is gone.
$ grid-check
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1
$ sqlite3 grid.db 'delete from case_text_docsize where id = 2'; grid-check
{"type":"problem","v":1,"code":"case.text_index","case":"330782002-20261120-0002","message":"the text index does not have the case's title and text"}
{"type":"problem","v":1,"code":"post.vacant","area":"330782002005002","message":"grid 330782002005002 has no head"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1
