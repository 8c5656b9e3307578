#include "register_sheet_rows.h"

#include <grid/domain/clean_text.h>

#include <algorithm>
#include <array>

namespace grid::codec {

namespace {

constexpr std::array<std::string_view, 20> footers{
    "合计",   "总计",   "小计",  "共计",     "本页合计", "本页小计", "填表人",
    "填报人", "制表人", "制表",  "审核人",   "审核",     "负责人",   "经办人",
    "说明",   "注:",    "备注:", "填报单位", "填表单位", "填表日期"};

constexpr std::array<std::string_view, 8> remarks{"必填", "选填",   "示例",    "样例",
                                                  "例如", "请填写", "YYYY-MM", "yyyy-mm"};

bool has_number(const RegisterColumns& columns, std::span<const std::string> cells) {
  const auto column = columns.column_of(RegisterField::id_no);
  if (!column || *column >= cells.size()) return false;
  return std::ranges::count_if(cells[*column], [](char c) { return c >= '0' && c <= '9'; }) >= 6;
}

}  // namespace

bool is_blank_row(std::span<const std::string> cells) {
  return std::ranges::all_of(cells, [](const std::string& cell) {
    return cell.empty() || domain::clean_identifier(cell).empty();
  });
}

bool is_footer(const RegisterColumns& columns, std::span<const std::string> cells) {
  const auto first = std::ranges::find_if(cells, [](const std::string& c) { return !c.empty(); });
  if (first == cells.end() || static_cast<unsigned char>(first->front()) < 0x80) return false;
  std::string text = domain::clean_word(*first);
  std::erase(text, ' ');
  const bool listed = std::ranges::any_of(
      footers, [&text](std::string_view footer) { return text.starts_with(footer); });
  return listed && !has_number(columns, cells);
}

bool is_remark(const RegisterColumns& columns, std::span<const std::string> cells) {
  const bool listed = std::ranges::any_of(cells, [](const std::string& cell) {
    return std::ranges::any_of(remarks, [&cell](std::string_view remark) {
      return cell.find(remark) != std::string::npos;
    });
  });
  return listed && !has_number(columns, cells);
}

}  // namespace grid::codec
