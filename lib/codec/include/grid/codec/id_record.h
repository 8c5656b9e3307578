// The verdict on an identifier (证件号码核验) as a record. The number itself stands in it only
// where the caller asks for its normal form.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/columns.h>
#include <grid/domain/id_check.h>
#include <grid/text/record.h>

#include <cstdint>
#include <string>

namespace grid::codec {

// What is asked: is `value` an identifier of this kind? An empty kind is to be found.
struct IdQuestion {
  std::string kind;
  std::string value;
};

// From a record {"kind":…,"value":…}; other fields are passed over. Code: field.required (value),
// field.type. `kind`: the one to take where the record names none.
[[nodiscard]] Result<IdQuestion> read_id_question(const text::Record& record,
                                                  const std::string& kind);

enum class ShowNormal : uint8_t { no, yes };

// {"type":"id","v":1,"line":…,"kind":…,"valid":…,"warnings":[…]}, then `code` where it is invalid,
// then `normal` where it is valid and asked for. `line` 0 is left out.
[[nodiscard]] text::Record write_id(const domain::CheckedId& checked, int64_t line,
                                    ShowNormal show);

[[nodiscard]] Columns id_columns(ShowNormal show);

}  // namespace grid::codec
