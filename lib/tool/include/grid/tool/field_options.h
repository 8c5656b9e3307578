// FieldOptions: the fields of a record as options of the same names, for a single record.
#pragma once

#include <grid/text/record.h>
#include <grid/tool/options.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace grid::tool {

class FieldOptions {
 public:
  // `except`: fields that never come as arguments, such as personal data.
  FieldOptions(Options& options, std::span<const std::string> fields,
               const std::vector<std::string>& except = {});
  FieldOptions(const FieldOptions&) = delete;
  FieldOptions& operator=(const FieldOptions&) = delete;

  // Whether any field was given, so that there is one record and no input to read.
  bool given() const;
  [[nodiscard]] text::Record record() const;
  // Code: usage.operand, where fields and files are both given.
  [[nodiscard]] Status check(const std::vector<std::string>& files) const;

 private:
  std::map<std::string, std::optional<std::string>> values_;
};

}  // namespace grid::tool
