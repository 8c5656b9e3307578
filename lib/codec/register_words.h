// What cells say in plain words: yes, no, nothing, free text. For the files of the register codec.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/register_headings.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

// Code: field.control, where a cell that something is taken from has a character of control: bytes
// that no editor shows came from a damaged file, and would move the cursor of whoever lists them.
[[nodiscard]] Status refuse_controls(const RegisterCells& cells);
// "无", "未办理", "不详", "-", "0" … : a cell that says there is nothing. A blank one does, too.
[[nodiscard]] bool says_nothing(std::string_view cell);
// 是, 否, 有, 无, √, ×, y, n, true, false, 1, 0; nullopt: something else (blank included).
[[nodiscard]] std::optional<bool> says_yes(std::string_view cell);
// What is said of a home under 人户一致 and 人员类别: 人户分离 is registered here and lives
// elsewhere, 空挂户 is registered here without a dwelling.
struct HomeStatus {
  bool consistent = true;
  bool without_dwelling = false;
};
[[nodiscard]] std::optional<HomeStatus> home_status(std::string_view clean_word);
// Free text without zero-width characters, a leading apostrophe and outer spaces; line breaks,
// tabs and wide spaces go, or become one space between Latin words. Full-width signs stay.
[[nodiscard]] std::string plain_text(std::string_view cell);
// Cut at white space and at , 、 ; ， ； | without empty parts and doubles.
[[nodiscard]] std::vector<std::string> split_words(std::string_view cell);
// One short word, or short words cut as above: 低保、独居. No sentence, no formula, no number.
[[nodiscard]] bool reads_as_tags(std::string_view cell);
// Cut at / 、 , ; ， ； and at white space between two long runs of digits.
[[nodiscard]] std::vector<std::string> split_phones(std::string_view cell);
// What was repaired between `cell` and its normal form: "text.apostrophe", "text.full_width",
// "text.spaces", "text.letters" or "text.spelling".
[[nodiscard]] const char* repair_kind(std::string_view cell);

}  // namespace grid::codec
