// What the fields of a register take, asked before there is a row: for the words of a profile.
// For the files of the register codec.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/register_headings.h>
#include <grid/domain/code_tables.h>

#include <string_view>

namespace grid::codec {

// Whether a cell of the field may say that. A word whose meaning only the row shows, such as a
// child of unknown sex, may; so may what names a place or person, since only the register knows
// them. The problem names the nearest word that would do. Codes: those of the field.
[[nodiscard]] Status check_register_value(RegisterField field, std::string_view value,
                                          domain::RelationCodes relations);

}  // namespace grid::codec
