# What cannot be taken is refused line by line, with its code; the rest goes on.
$ grid-init --quiet > made.jsonl

$ grid-add --rejects refused.jsonl <<'LINES'
> {"type":"area","code":"330782002","name":"江东街道","kind":"street"}
> {"type":"area","code":"330782002005"}
>
> {"type":"area","code":"330782002005","name":"东洲社区","kind":"comunity","parent":"330782002"}
> {"type":"area","code":"330782002005","nmae":"东洲社区","kind":"community"}
> {"type":"area","code":"330782002005","name":"东洲社区","kind":"community","parent":"330782009"}
> {"type":"person","name":"张三"}
> not JSON
> {"type":"area","code":"330782002005","name":"东洲社区","kind":"community","parent":"330782002"}
> LINES
{"type":"area","v":1,"code":"330782002","name":"江东街道","kind":"street","outcome":"added"}
{"type":"area","v":1,"code":"330782002005","name":"东洲社区","kind":"community","parent":"330782002","outcome":"added"}
! grid-add: -:2: name is missing [field.required]
! grid-add: -:4: comunity is not a level of this office; did you mean community? [area.kind]
! grid-add: -:5: there is no field nmae; did you mean name? [field.unknown]
! grid-add: -:6: there is no area 330782009; add it first with grid-add area [area.unknown]
! grid-add: -:7: grid-add takes no records of type person [record.type]
! grid-add: -:8: the line is not a JSON object [json.object]
! read=8 added=2 changed=0 same=0 rejected=6
? 3

$ cat refused.jsonl
{"type":"reject","v":1,"line":2,"code":"field.required","field":"name","message":"name is missing","input":"{\"type\":\"area\",\"code\":\"330782002005\"}"}
{"type":"reject","v":1,"line":4,"code":"area.kind","field":"kind","message":"comunity is not a level of this office","input":"{\"type\":\"area\",\"code\":\"330782002005\",\"name\":\"东洲社区\",\"kind\":\"comunity\",\"parent\":\"330782002\"}"}
{"type":"reject","v":1,"line":5,"code":"field.unknown","field":"nmae","message":"there is no field nmae","input":"{\"type\":\"area\",\"code\":\"330782002005\",\"nmae\":\"东洲社区\",\"kind\":\"community\"}"}
{"type":"reject","v":1,"line":6,"code":"area.unknown","field":"parent","message":"there is no area 330782009","input":"{\"type\":\"area\",\"code\":\"330782002005\",\"name\":\"东洲社区\",\"kind\":\"community\",\"parent\":\"330782009\"}"}
{"type":"reject","v":1,"line":7,"code":"record.type","field":"type","message":"grid-add takes no records of type person","input":"{\"type\":\"person\",\"name\":\"张三\"}"}
{"type":"reject","v":1,"line":8,"code":"json.object","message":"the line is not a JSON object","input":"not JSON"}

# The same in Chinese, and as records.
$ echo '{"type":"area","code":"1","kind":"street"}' | grid-add --lang zh
! grid-add: -:1: 缺少 name [field.required]
! read=1 added=0 changed=0 same=0 rejected=1
? 3

$ echo '{"type":"area","code":"1","kind":"street"}' | GRID_ERRORS=jsonl grid-add
! {"type":"error","v":1,"code":"field.required","message":"name is missing","file":"-","line":1,"field":"name"}
! read=1 added=0 changed=0 same=0 rejected=1
? 3

# A warning changes no status.
$ echo '{"type":"area","code":"999999001","name":"新镇","kind":"street"}' | GRID_ERRORS=jsonl grid-add --quiet
{"type":"area","v":1,"code":"999999001","name":"新镇","kind":"street","outcome":"added"}
! {"type":"warning","v":1,"code":"area.code_unknown","message":"999999001 is not a code of the official lists","file":"-","line":1,"field":"code"}

# All or none.
$ grid-add --atomic <<'LINES'
> {"type":"org","code":"CG","name":"城管中队","kind":"station"}
> {"type":"org","code":"WY"}
> LINES
! grid-add: -:2: name is missing [field.required]
! read=2 added=0 changed=0 same=0 rejected=2
? 65

$ grid-list org

# Only who holds a post may add.
$ echo '{"type":"org","code":"CG","name":"城管中队","kind":"station"}' | grid-add --as nobody
! grid-add: nobody does not work for this office; name a login with --as, or add one with grid-add staff [actor.unknown]
? 77
