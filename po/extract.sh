#!/bin/sh
# Prints the messages of the programs as a template for translators (.pot), in the order of the
# files. To bring a translation up to date, and then fill in what is new:
#
#   po/extract.sh > libgrid.pot
#   msgmerge --update --no-fuzzy-matching --add-location=file po/zh_CN.po libgrid.pot
#   msgattrib --no-obsolete --output-file=po/zh_CN.po po/zh_CN.po
#
# A message is an English literal and its own id (see lib/tool/language.h). The keywords are the
# functions that take one, with its place among their arguments; the last three take a phrase that
# fills another message. A literal that no such function takes, in a table or chosen by ?:, is
# marked with message_id().
set -eu
cd "$(dirname "$0")/.."
find lib tools \( -name '*.cc' -o -name '*.h' \) | LC_ALL=C sort |
  xgettext --files-from=- --output=- --language=C++ --from-code=UTF-8 --package-name=libgrid \
    --sort-by-file --add-location=file --keyword \
    --keyword=problem:3 --keyword=message_id:1 --keyword=tr:1 \
    --keyword=program:2 --keyword=describe:1 --keyword=example:2 \
    --keyword=flag:2 --keyword=value:3,4t --keyword=add:3,5t \
    --keyword=fail:2 --keyword=fail_at:3 --keyword=refuse:2 --keyword=warn:3 --keyword=usage:2 \
    --keyword=wrong_type:2 --keyword=wrong_kind:3 --keyword=bad_value:2
