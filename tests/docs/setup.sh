#!/bin/sh
# The small office in which the manuals' examples run: one street, one community, three grids with
# their posts, two organisations. grid-check finds nothing wrong with it. Run in an empty folder.
set -eu

grid-init --quiet >/dev/null
grid-add --quiet >/dev/null <<'LINES'
{"type":"area","code":"330782002","name":"江东街道","kind":"street"}
{"type":"area","code":"330782002005","name":"东洲社区","kind":"community","parent":"330782002"}
{"type":"area","code":"330782002005001","name":"第一网格","kind":"grid","parent":"330782002005"}
{"type":"area","code":"330782002005002","name":"第二网格","kind":"grid","parent":"330782002005"}
{"type":"area","code":"330782002005003","name":"第三网格","kind":"grid","parent":"330782002005"}
{"type":"org","code":"CG","name":"城管中队","kind":"station","area":"330782002"}
{"type":"org","code":"SQ","name":"东洲社区居委会","kind":"committee","area":"330782002005"}
{"type":"staff","login":"zhang","name":"张三","role":"head","area":"330782002005001"}
{"type":"staff","login":"li","name":"李四","role":"head","area":"330782002005002"}
{"type":"staff","login":"wang","name":"王五","role":"head","area":"330782002005003"}
{"type":"staff","login":"zhang","name":"张三","role":"worker","area":"330782002005001"}
{"type":"staff","login":"li","name":"李四","role":"worker","area":"330782002005002"}
{"type":"staff","login":"sun","name":"孙丽","role":"worker","area":"330782002005003"}
{"type":"staff","login":"clerk","name":"周九","role":"clerk","area":"330782002005"}
LINES
