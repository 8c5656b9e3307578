// FieldReader: takes typed values out of a record and remembers the first problem.
//
//   FieldReader fields(record);
//   entry.code = fields.required("code");
//   entry.since = fields.date("since");
//   if (Status s = fields.refuse_unknown(known); !s) return s.problem();
//   if (fields.problem()) return *fields.problem();
//
// A null or an empty text is the same as no field, but for erases().
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/text/record.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

class FieldReader {
 public:
  explicit FieldReader(const text::Record& record) : record_(record) {}

  // Codes: field.required, field.control, field.type (with what was expected), and those of the
  // parsers.
  std::string required(std::string_view name);
  std::string text(std::string_view name);  // trimmed; "" where absent; a number becomes its text
  std::optional<int64_t> integer(std::string_view name);
  std::optional<double> number(std::string_view name);
  std::optional<bool> truth(std::string_view name);
  std::optional<Date> date(std::string_view name);
  // RFC 3339, or on the office's clock.
  std::optional<Instant> moment(std::string_view name, UtcOffset offset);
  // Degrees under `lon` and `lat`; nullopt where neither is given, unless `needed`. Codes:
  // field.required (the other one), field.range.
  struct Coordinates {
    double lon = 0, lat = 0;
  };
  std::optional<Coordinates> coordinates(bool needed = false);
  std::vector<std::string> list(std::string_view name);  // a text is a list of one

  bool has(std::string_view name) const;     // there, and not null or empty
  bool erases(std::string_view name) const;  // there, and null or empty

  // field.unknown, with the nearest of `known`. `type`, `v`, `outcome` and
  // the mark of an export are always known.
  [[nodiscard]] Status refuse_unknown(std::span<const std::string> known) const;
  // The type the record says it is, "" where it says none.
  [[nodiscard]] std::string type() const { return record_.text("type"); }
  const std::optional<Problem>& problem() const { return problem_; }
  void fail(Problem problem);

 private:
  void wrong_type(std::string_view name, const char* expected);

  const text::Record& record_;
  std::optional<Problem> problem_;
};

}  // namespace grid::codec
