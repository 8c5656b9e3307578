// Which rows of a sheet are no data. For the files of the register codec.
#pragma once

#include <grid/codec/register_headings.h>

#include <span>
#include <string>

namespace grid::codec {

// Nothing but white space in it.
[[nodiscard]] bool is_blank_row(std::span<const std::string> cells);
// 合计, 填表人, 审核人, 说明 … in its first cell that is not blank, and no identity number.
[[nodiscard]] bool is_footer(const RegisterColumns& columns, std::span<const std::string> cells);
// 必填, 示例, YYYY-MM-DD …: a remark on how to fill in the form, under its headings.
[[nodiscard]] bool is_remark(const RegisterColumns& columns, std::span<const std::string> cells);

}  // namespace grid::codec
