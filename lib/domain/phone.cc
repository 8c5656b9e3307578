#include <grid/domain/clean_text.h>
#include <grid/domain/phone.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace grid::domain {

namespace {

bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

bool is_local(std::string_view digits) {
  return (digits.size() == 7 || digits.size() == 8) && digits[0] >= '2' && digits[0] <= '8';
}

// 010 and 02x have eight digits after them; 03xx to 09xx seven or eight.
bool is_landline(std::string_view digits) {
  if (digits.size() < 4 || digits[0] != '0') return false;
  if (digits[1] == '1')
    return digits[2] == '0' && digits.size() == 11 && is_local(digits.substr(3));
  if (digits[1] == '2') return digits.size() == 11 && is_local(digits.substr(3));
  return digits[1] >= '3' && is_local(digits.substr(4));
}

bool is_service(std::string_view digits) {
  return digits.size() == 10 && (digits.starts_with("400") || digits.starts_with("800"));
}

std::optional<PhoneKind> kind_of(std::string_view digits) {
  if (is_mobile(digits)) return PhoneKind::mobile;
  if (is_landline(digits)) return PhoneKind::landline;
  if (is_service(digits)) return PhoneKind::service;
  if (is_local(digits)) return PhoneKind::local;
  return std::nullopt;
}

// Takes off an extension: the digits after a last hyphen that follows a whole landline number.
std::string take_extension(std::string& text) {
  const size_t hyphen = text.rfind('-');
  if (hyphen == std::string::npos) return {};
  std::string extension = text.substr(hyphen + 1);
  std::string rest = text.substr(0, hyphen);
  std::erase(rest, '-');
  const bool fits = !extension.empty() && extension.size() <= 6 && all_digits(extension) &&
                    all_digits(rest) && is_landline(rest);
  if (!fits) return {};
  text = std::move(rest);
  return extension;
}

void drop_country_code(std::string& text) {
  for (const std::string_view prefix : {"+86", "0086"}) {
    if (text.starts_with(prefix)) {
      text.erase(0, prefix.size());
      // Abroad the zero of the area code is left out.
      if (!text.empty() && !is_mobile(text) && text[0] != '0' && is_landline("0" + text)) {
        text.insert(0, "0");
      }
      return;
    }
  }
  if (text.starts_with("86") && is_mobile(std::string_view(text).substr(2))) text.erase(0, 2);
}

}  // namespace

Result<Phone> parse_phone(std::string_view text) {
  std::string clean = clean_identifier(text);
  if (is_scientific(clean)) {
    return problem("phone.scientific", "phone",
                   "the number was cut by a spreadsheet and cannot be recovered");
  }
  std::erase_if(clean, [](char c) { return c == '(' || c == ')'; });
  const std::string extension = take_extension(clean);
  std::erase(clean, '-');
  drop_country_code(clean);
  Phone phone;
  // What still begins with the country code of China has it twice.
  const bool abroad = clean.starts_with('+') && !clean.starts_with("+86");
  const std::string_view digits = std::string_view(clean).substr(abroad ? 1 : 0);
  const std::optional<PhoneKind> kind = abroad ? PhoneKind::foreign : kind_of(digits);
  const bool length = !abroad || (digits.size() >= 7 && digits.size() <= 15);  // ITU-T E.164
  if (!kind || !length || !all_digits(digits)) {
    return problem("phone.format", "phone", "this is not the shape of one telephone number");
  }
  phone.kind = *kind;
  phone.number = std::move(clean);
  if (!extension.empty()) phone.number += "-" + extension;
  phone.repaired = phone.number != text;
  return phone;
}

}  // namespace grid::domain
