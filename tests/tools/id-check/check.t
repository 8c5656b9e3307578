# A verdict a line; status 1 says that one of them is not valid. The numbers are not repeated.
$ printf '%s\n' 11010519491231002X 440524188001010014 330782199001021235 '{"kind":"uscc","value":"91350100M000100Y43"}' | id-check
{"type":"id","v":1,"line":1,"kind":"resident_id","valid":true,"warnings":[]}
{"type":"id","v":1,"line":2,"kind":"resident_id","valid":true,"warnings":["id.age_implausible"]}
{"type":"id","v":1,"line":3,"kind":"resident_id","valid":false,"warnings":[],"code":"id.checksum"}
{"type":"id","v":1,"line":4,"kind":"uscc","valid":true,"warnings":[]}
! read=4 added=0 changed=0 same=4 rejected=0
? 1

$ printf '%s\n' 11010519491231002X 330782900102123 | id-check --format table --lang zh
行  证件类型    有效  提示               不合格原因
 1  居民身份证  是
 2  居民身份证  是    id.fifteen_digits
! read=2 added=0 changed=0 same=2 rejected=0

$ printf '%s\n' '{"kind":"usc","value":"x"}' '{"value":' | id-check
{"type":"id","v":1,"line":1,"kind":"usc","valid":false,"warnings":[],"code":"id.kind"}
! id-check: -:2: a value is missing at byte 10 [json.syntax]
! read=2 added=0 changed=0 same=1 rejected=1
? 3

$ id-check --kind pasport < /dev/null
! id-check: there is no kind pasport of identifier; did you mean passport? [usage.value]
? 2
