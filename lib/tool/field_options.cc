#include <grid/tool/field_options.h>

#include <algorithm>

namespace grid::tool {

FieldOptions::FieldOptions(Options& options, std::span<const std::string> fields,
                           const std::vector<std::string>& except) {
  for (const std::string& field : fields) {
    if (std::find(except.begin(), except.end(), field) != except.end()) continue;
    const auto [slot, fresh] = values_.try_emplace(field);
    if (!fresh) continue;
    std::string name = "--" + field;
    std::replace(name.begin(), name.end(), '_', '-');
    options.value(std::move(name), "TEXT", "a field of the record (see grid-records(5))",
                  slot->second);
  }
}

bool FieldOptions::given() const {
  return std::any_of(values_.begin(), values_.end(), [](const auto& v) { return v.second; });
}

text::Record FieldOptions::record() const {
  text::Record record;
  for (const auto& [name, value] : values_) {
    if (value) record.add(name, *value);
  }
  return record;
}

Status FieldOptions::check(const std::vector<std::string>& files) const {
  if (!given() || files.empty()) return Done{};
  return problem("usage.operand", "", "give the fields as options, or files, not both");
}

}  // namespace grid::tool
