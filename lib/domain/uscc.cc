#include <grid/domain/clean_text.h>
#include <grid/domain/county.h>
#include <grid/domain/uscc.h>

#include <algorithm>
#include <array>
#include <utility>

namespace grid::domain {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // GB 32100, 31 of them

Problem refuse(std::string_view code, const char* text) {
  return problem(code, "uscc", text);
}

// c = 31 − Σ mod 31, where 31 stands for 0; weights 3^i mod 31.
char credit_check(std::string_view seventeen) {
  size_t sum = 0;
  size_t weight = 1;
  for (const char c : seventeen) {
    sum += kAlphabet.find(c) * weight;
    weight = weight * 3 % 31;
  }
  return kAlphabet[(31 - sum % 31) % 31];
}

// GB 11714: over 0–9A–Z; 11 − Σ mod 11, where 10 is X and 11 is 0.
char organisation_check(std::string_view eight) {
  static constexpr std::array<int, 8> kWeights = {3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) {
    const char c = eight[i];
    sum += kWeights[i] * (c >= '0' && c <= '9' ? c - '0' : c - 'A' + 10);
  }
  return "0X987654321"[sum % 11];
}

// 100000 stands for bodies registered with the central government.
bool is_area(std::string_view six_digits) {
  return six_digits == "100000" || is_province(six_digits.substr(0, 2));
}

}  // namespace

Result<Uscc> parse_uscc(std::string_view text) {
  std::string code = clean_identifier(text);
  if (is_scientific(code)) {
    return refuse("uscc.scientific", "the code was cut by a spreadsheet and cannot be recovered");
  }
  std::erase(code, '-');
  const std::string_view view = code;
  if (view.find_first_not_of(kAlphabet) != std::string_view::npos) {
    return refuse("uscc.characters", "the code has characters that are not used in such codes");
  }
  if (view.size() != 18) return refuse("uscc.length", "the code has not 18 characters");
  if (view.substr(2, 6).find_first_not_of("0123456789") != std::string_view::npos) {
    return refuse("uscc.characters", "characters 3 to 8, the area, are digits");
  }
  if (credit_check(view.substr(0, 17)) != view[17]) {
    return refuse("uscc.checksum", "the check character is wrong");
  }
  Uscc uscc;
  if (organisation_check(view.substr(8, 8)) != view[16]) {
    uscc.warnings.emplace_back("uscc.org_checksum");
  }
  if (!is_area(view.substr(2, 6))) uscc.warnings.emplace_back("uscc.area_unknown");
  uscc.repaired = view != text;
  uscc.code = std::move(code);
  return uscc;
}

}  // namespace grid::domain
