# Faults of the register are told in counts; household-list --problem shows which.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; household-import --quiet register.csv > imported.jsonl

$ grid-check | grep -v post.vacant
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
? 1

$ sqlite3 grid.db "UPDATE household SET area = NULL"; grid-check | grep -v post.vacant
{"type":"problem","v":1,"code":"person.other_grid","message":"2 people live in another grid than their households"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
! grid-check: warning: 1 households have no grid [household.no_grid]
? 1

$ sqlite3 grid.db "UPDATE residence SET relation = '02'"; grid-check --quiet | grep -v post.vacant
{"type":"problem","v":1,"code":"person.other_grid","message":"2 people live in another grid than their households"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
! grid-check: warning: 1 households have no grid [household.no_grid]
! grid-check: warning: 1 families have more than one head [household.two_heads]
? 1

$ sqlite3 grid.db "UPDATE person SET name = '李五' WHERE id = 2"; grid-check --quiet | grep -v post.vacant
{"type":"problem","v":1,"code":"person.other_grid","message":"2 people live in another grid than their households"}
{"type":"problem","v":1,"code":"person.index","message":"the index of people does not have 1 people as they are"}
! grid-check: warning: community 330782002005 has 2 grids; 5 to 10 are usual [area.grid_count]
! grid-check: warning: 1 households have no grid [household.no_grid]
! grid-check: warning: 1 families have more than one head [household.two_heads]
? 1

$ sqlite3 grid.db "UPDATE register_batch SET person_below = 2"; grid-check --quiet --format table --lang zh 2> /dev/null | grep -v post.vacant
代码               区域             案件编号  序号  问题
person.other_grid                                   2 人所在的网格与其户不同
register.batch                                      1 行 person 的编号不是任何批次给出的
person.index                                        人员索引中缺少 1 人或与其不符
? 1

$ sqlite3 grid.db "UPDATE household SET area = (SELECT id FROM area WHERE code = '330782002'); UPDATE residence SET household = NULL WHERE person = 2; INSERT INTO household (id, uid, community, no, kind, batch) SELECT 9, 'x', community, '9', 'family', 9 FROM household; INSERT INTO residence (id, person, household, batch) VALUES (9, 1, 1, 1), (10, 1, 9, 1)"; grid-check --quiet 2>&1 | grep -E "household|batch"
grid-check: warning: 1 households have no grid [household.no_grid]
grid-check: warning: 1 families have no head [household.no_head]
grid-check: warning: 1 people live in no household [person.no_household]
{"type":"problem","v":1,"code":"db.integrity","message":"foreign key: household 9 register_batch"}
{"type":"problem","v":1,"code":"household.foreign_grid","message":"the grids of 1 households lie in other communities"}
{"type":"problem","v":1,"code":"person.other_grid","message":"1 people live in another grid than their households"}
{"type":"problem","v":1,"code":"person.two_households","message":"1 people are registered in two households, or live in two"}
{"type":"problem","v":1,"code":"register.batch","message":"1 rows of household name a batch that there is not"}
{"type":"problem","v":1,"code":"register.batch","message":"1 rows of household have numbers that no batch gave"}
{"type":"problem","v":1,"code":"register.batch","message":"1 rows of person have numbers that no batch gave"}
{"type":"problem","v":1,"code":"register.batch","message":"2 rows of residence have numbers that no batch gave"}
? 1

$ sqlite3 grid.db "UPDATE person SET id_kind = 'passport', id_no = 'E1234567'"; grid-check --quiet 2>&1 | grep number; household-list --problem same-number --by person --format csv
{"type":"problem","v":1,"code":"person.same_number","message":"2 people have a number that another has too"}
{"type":"problem","v":1,"code":"register.batch","message":"1 rows of household have numbers that no batch gave"}
{"type":"problem","v":1,"code":"register.batch","message":"1 rows of person have numbers that no batch gave"}
{"type":"problem","v":1,"code":"register.batch","message":"2 rows of residence have numbers that no batch gave"}
community,household_no,area,relation,name,former_name,id_kind,id_no,sex,birth,ethnic,nationality,phone,politics,education,marriage,residence,consistent,address,registered_address,since,until,tags,flow_reason,origin,permit_no,registered_on,permit_until,died,ended_by,source,source_ref
330782002005,,330782002005001,02,李五,,passport,E******7,2,1990,,,138****0002,,,,,,,,,,,,,,,,,,,
330782002005,0001,330782002005001,02,张三,,passport,E******7,1,1990,,,138****0001,,,,,,,,,,,,,,,,,,,
330782002005,0001,,,张三,,passport,E******7,1,1990,,,138****0001,,,,,,,,,,,,,,,,,,,
330782002005,9,,,张三,,passport,E******7,1,1990,,,138****0001,,,,,,,,,,,,,,,,,,,
