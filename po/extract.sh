#!/bin/sh
# Prints the messages of the programs as a template for translators (.pot), in the order of the
# files. Run it from anywhere:  po/extract.sh > libgrid.pot
#
# A message is an English literal and its own id (see lib/tool/language.h). The keywords are the
# functions that take one, with its place among their arguments. A literal that no such function
# takes, in a table or chosen by ?:, is marked with message_id().
set -eu
cd "$(dirname "$0")/.."
find lib tools \( -name '*.cc' -o -name '*.h' \) | LC_ALL=C sort |
  xgettext --files-from=- --output=- --language=C++ --from-code=UTF-8 --sort-by-file --add-location=file \
    --package-name=libgrid --keyword \
    --keyword=problem:3 --keyword=message_id:1 --keyword=tr:1 \
    --keyword=program:2 --keyword=describe:1 --keyword=example:2 \
    --keyword=flag:2 --keyword=value:3,4t --keyword=add:3,5t \
    --keyword=fail:2 --keyword=fail_at:3 --keyword=refuse:2 --keyword=warn:3 --keyword=usage:2
