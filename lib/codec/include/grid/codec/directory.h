// Areas, organisations and staff as records.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/columns.h>
#include <grid/domain/directory.h>
#include <grid/text/record.h>

#include <span>
#include <string>
#include <variant>

namespace grid::codec {

// The names of the fields, in the order in which they are printed, without type and v.
[[nodiscard]] std::span<const std::string> area_fields();
[[nodiscard]] std::span<const std::string> org_fields();
[[nodiscard]] std::span<const std::string> staff_fields();

// A record laid over what is on file (`before`; nullptr: nothing): a field that is absent keeps
// its value, null or an empty text erases it. Codes: field.required, field.unknown, field.type,
// date.format.
[[nodiscard]] Result<domain::AreaEntry> read_area(const text::Record& record,
                                                  const domain::AreaEntry* before);
[[nodiscard]] Result<domain::OrgEntry> read_org(const text::Record& record,
                                                const domain::OrgEntry* before);
[[nodiscard]] Result<domain::StaffEntry> read_staff(const text::Record& record,
                                                    const domain::StaffEntry* before);

// What identifies the record, to look up `before` with. Code: field.required.
[[nodiscard]] Result<std::string> key_code(const text::Record& record);
[[nodiscard]] Result<domain::StaffEntry> staff_key(const text::Record& record);

[[nodiscard]] text::Record write_area(const domain::AreaEntry& entry);
[[nodiscard]] text::Record write_org(const domain::OrgEntry& entry);
[[nodiscard]] text::Record write_staff(const domain::StaffEntry& entry);

[[nodiscard]] Columns area_columns();
[[nodiscard]] Columns org_columns();
[[nodiscard]] Columns staff_columns();

}  // namespace grid::codec
