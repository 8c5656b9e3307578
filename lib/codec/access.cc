#include <grid/codec/access.h>

#include <algorithm>

namespace grid::codec {

namespace {

constexpr Column columns[] = {{"at", "At", "时间"},
                              {"actor", "By", "操作人"},
                              {"login", "System login", "系统账号"},
                              {"tool", "Tool", "工具"},
                              {"purpose", "Purpose", "用途"},
                              {"noun", "Of", "对象"},
                              {"records", "Records", "条数", nullptr, true},
                              {"fields", "Fields", "字段"},
                              {"choice", "Choice", "查询条件"},
                              {"keys", "Which", "记录"}};

text::List split(const std::string& names) {
  text::List list;
  for (size_t begin = 0; begin < names.size();) {
    const size_t end = std::min(names.find(',', begin), names.size());
    list.push_back(names.substr(begin, end - begin));
    begin = end + 1;
  }
  return list;
}

}  // namespace

text::Record write_access(const domain::Access& access, UtcOffset offset) {
  text::Record record = text::make_record("access");
  record.add("at", format_instant(access.at, offset))
      .add("actor", access.actor)
      .add("login", access.login)
      .add("tool", access.tool)
      .add("purpose", access.purpose)
      .add_if("noun", access.noun)
      .add("records", access.records);
  if (!access.fields.empty()) record.add("fields", split(access.fields));
  record.add_if("choice", access.choice).add_if("keys", access.keys);
  return record;
}

Columns access_columns() {
  return columns;
}

}  // namespace grid::codec
