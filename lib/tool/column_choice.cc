#include <grid/base/nearest.h>
#include <grid/tool/column_choice.h>

#include <algorithm>

namespace grid::tool {

namespace {

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> names;
  for (size_t from = 0; from <= list.size();) {
    const size_t end = std::min(list.find(',', from), list.size());
    names.push_back(list.substr(from, end - from));
    from = end + 1;
  }
  return names;
}

Problem with_nearest(Problem p, const std::string& typed, const std::vector<std::string>& known) {
  p.near = nearest(typed, known);
  return p;
}

}  // namespace

Result<std::vector<codec::Column>> choose_columns(codec::Columns all, const std::string& names) {
  std::vector<codec::Column> chosen;
  std::vector<std::string> known;
  for (const codec::Column& column : all) known.emplace_back(column.field);
  for (const std::string& name : split(names)) {
    const auto named = [&](const codec::Column& column) { return column.field == name; };
    const auto found = std::find_if(all.begin(), all.end(), named);
    if (found == all.end()) {
      return with_nearest(problem("usage.value", "--columns", "there is no column {}", name), name,
                          known);
    }
    if (std::any_of(chosen.begin(), chosen.end(), named)) {
      return problem("usage.value", "--columns", "column {} is named twice", name);
    }
    chosen.push_back(*found);
  }
  return chosen;
}

}  // namespace grid::tool
