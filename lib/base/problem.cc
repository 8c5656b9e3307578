#include <grid/base/problem.h>

namespace grid {

Spoken listed(const std::vector<Spoken>& words) {
  Spoken list;
  for (const Spoken& word : words) {
    list.code += (list.code.empty() ? "" : ", ") + word.code;
    list.zh += (list.zh.empty() ? "" : "、") + word.zh;
  }
  return list;
}

std::string fill(std::string_view pattern, const std::vector<std::string>& args) {
  std::string out;
  out.reserve(pattern.size() + 16);
  size_t next = 0;
  for (size_t i = 0; i < pattern.size(); ++i) {
    const bool pair = i + 1 < pattern.size();
    if (pair && pattern[i] == '{' && pattern[i + 1] == '}') {
      if (next < args.size()) out += args[next];
      ++next;
      ++i;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

std::string Problem::message() const {
  return fill(text, args);
}

}  // namespace grid
