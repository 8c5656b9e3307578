# Files that cannot be read or made: the program says which, and nothing has changed.
$ grid-init --quiet > made.jsonl; grid-add --quiet office.jsonl > added.jsonl; mkdir folder; case-report -q folder; grid-add -q --rejects no/such/file office.jsonl
! case-report: cannot read folder: Is a directory [input.read]
! grid-add: cannot make no/such/file [rejects.create]
? 73

$ list-export cases --output no/such/file.csv
! list-export: cannot make no/such/file.csv: No such file or directory [export.create]
? 73

$ grid-list --db folder
! grid-list: cannot open folder [db.io]
? 74

# The user's settings.
$ export XDG_CONFIG_HOME=$PWD/config; mkdir -p config/grid; tell() { grid-list 2>&1 | sed "s,$PWD/,,"; }; echo 'lang = 1' > config/grid/config.toml; tell; echo 'langauge = "zh"' > config/grid/config.toml; tell; rm config/grid/config.toml; mkdir config/grid/config.toml; tell
grid-list: config/grid/config.toml:1: lang must be a text in quotes [config.value]
grid-list: config/grid/config.toml:1: there is no setting langauge [config.key]
grid-list: config/grid/config.toml: cannot read the configuration [config.read]
? 78
