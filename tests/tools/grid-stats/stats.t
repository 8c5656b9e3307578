# The figures of an office without cases: a rate without a denominator is null.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl

$ grid-stats --month 2026-11
{"type":"stat","v":1,"area":"330782002005","name":"东洲社区","level":"community","from":"2026-11-01","to":"2026-11-30","reported":0,"accepted":0,"dispatched":0,"excluded":0,"closed":0,"closed_in_time":0,"open":0,"late":0,"returns":0,"reworks":0,"extensions":0,"again":0,"response_rate":null,"response_num":0,"response_den":0,"solve_rate":null,"solve_num":0,"solve_den":0,"satisfaction_rate":null,"satisfaction_num":0,"satisfaction_den":0,"hours_mean":null,"hours_median":null,"score":null,"rank":null}

$ grid-stats --month 2026-11 --format table --lang zh
排名  区域          名称      上报  受理  派遣  剔除  结案  按期  在办  超期  退回  响应率  解决率  满意率  平均工时  工时中位数  得分  起          止
   -  330782002005  东洲社区     0     0     0     0     0     0     0     0     0       -       -       -         -           -     -  2026-11-01  2026-11-30

$ grid-stats --month 2026-13
! grid-stats: not a month; write it like 2026-11 [month.format]
? 2
