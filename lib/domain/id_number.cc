#include <grid/domain/clean_text.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/country.h>
#include <grid/domain/county.h>
#include <grid/domain/id_number.h>

#include <algorithm>
#include <array>
#include <utility>

namespace grid::domain {

namespace {

constexpr int kOldestPlausible = 120;  // years
constexpr int kEarliestYear = 1800;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}
bool all_digits(std::string_view text) {
  return std::ranges::all_of(text, is_digit);
}

int number_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

Problem refuse(std::string_view code, const char* text) {
  return problem(code, "id_no", text);
}

// The characters that count; people also write numbers in groups, with spaces or hyphens.
Result<std::string> compact(std::string_view text) {
  std::string clean = clean_identifier(text);
  if (is_scientific(clean)) {
    return refuse("id.scientific", "the number was cut by a spreadsheet and cannot be recovered");
  }
  std::erase(clean, '-');
  if (clean.empty()) return refuse("id.length", "the number is empty");
  return clean;
}

// The day of YYYYMMDD, between kEarliestYear and today.
Result<Date> birth_of(std::string_view digits, Date today) {
  using namespace std::chrono;
  const year_month_day day{year{number_of(digits.substr(0, 4))},
                           month{static_cast<unsigned>(number_of(digits.substr(4, 2)))},
                           std::chrono::day{static_cast<unsigned>(number_of(digits.substr(6, 2)))}};
  if (!day.ok() || int{day.year()} < kEarliestYear) {
    return refuse("id.birth_date", "the birth date in the number is not a real day");
  }
  if (Date{local_days{day}} > today) {
    return refuse("id.birth_date", "the birth date in the number lies in the future");
  }
  return Date{local_days{day}};
}

int year_of(Date day) {
  return int{std::chrono::year_month_day{day}.year()};
}

char sex_of(char last_of_sequence) {
  return (last_of_sequence - '0') % 2 == 1 ? '1' : '2';
}

// Eighteen characters of GB 11643: 17 digits and a digit or X, with the right check.
Status check_eighteen(std::string_view number) {
  for (size_t i = 0; i < number.size(); ++i) {
    const bool last = i == 17;
    if (!is_digit(number[i]) && !(last && number[i] == 'X')) {
      return refuse("id.characters", "the number has characters that cannot stand there");
    }
  }
  if (number.size() != 18) return refuse("id.length", "the number has not 18 characters");
  if (resident_check(number.substr(0, 17)) != number[17]) {
    return refuse("id.checksum", "the check character is wrong");
  }
  return Done{};
}

void warn_of_county(IdNumber& id) {
  const std::optional<County> county = find_county(std::string_view(id.number).substr(0, 6));
  if (!county) {
    id.warnings.emplace_back("id.area_unknown");
  } else if (county->until != 0 && year_of(*id.birth) > county->until) {
    id.warnings.emplace_back("id.area_retired");
  }
}

void warn_of_age(IdNumber& id, Date today) {
  if (year_of(today) - year_of(*id.birth) > kOldestPlausible) {
    id.warnings.emplace_back("id.age_implausible");
  }
}

// What the birth and sequence of a checked 18-character number say, with the warnings that every
// kind of 18 characters shares.
Result<IdNumber> read_eighteen(IdKind kind, std::string number, Date today) {
  Result<Date> birth = birth_of(std::string_view(number).substr(6, 8), today);
  if (!birth) return birth.problem();
  IdNumber id;
  id.kind = kind;
  id.number = std::move(number);
  id.birth = *birth;
  id.sex = sex_of(id.number[16]);
  warn_of_age(id, today);
  if (id.number.ends_with("000")) id.warnings.emplace_back("id.truncated");
  return id;
}

bool is_hmt_area(std::string_view number) {
  return number.starts_with("810000") || number.starts_with("820000") ||
         number.starts_with("830000");
}

// 6 address, 6 birth (YYMMDD), 3 sequence. Sequences 996 to 999 were kept for people born before
// 1900, who held such numbers when they were introduced.
Result<IdNumber> read_fifteen(std::string_view digits, Date today) {
  if (!is_province(digits.substr(0, 2))) {
    return refuse("id.area", "the number begins with no province");
  }
  const bool before_1900 = number_of(digits.substr(12, 3)) >= 996;
  std::string number(digits.substr(0, 6));
  number += before_1900 ? "18" : "19";
  number += digits.substr(6);
  number += resident_check(number);
  Result<IdNumber> id = read_eighteen(IdKind::resident_id, std::move(number), today);
  if (!id) return id;
  // Truncation of 18 digits cannot be the cause of what a check of ours now ends in.
  std::erase(id->warnings, "id.truncated");
  id->warnings.emplace_back("id.fifteen_digits");
  warn_of_county(*id);
  return id;
}

Result<IdNumber> read_resident(std::string number, Date today) {
  if (number.size() == 15 && all_digits(number)) return read_fifteen(number, today);
  if (Status s = check_eighteen(number); !s) return s.problem();
  if (is_hmt_area(number)) {
    Result<IdNumber> id = read_eighteen(IdKind::hmt_permit, std::move(number), today);
    if (id) id->warnings.emplace_back("id.kind_differs");
    return id;
  }
  if (number[0] == '9') {
    Problem other = refuse("id.kind", "this is no resident number; a foreigner's permit begins so");
    other.near = "foreign_pr";
    return other;
  }
  if (!is_province(std::string_view(number).substr(0, 2))) {
    return refuse("id.area", "the number begins with no province");
  }
  Result<IdNumber> id = read_eighteen(IdKind::resident_id, std::move(number), today);
  if (id) warn_of_county(*id);
  return id;
}

Result<IdNumber> read_hmt(std::string number, Date today) {
  if (Status s = check_eighteen(number); !s) return s.problem();
  if (!is_hmt_area(number)) {
    return refuse("id.area", "a residence permit begins with 810000, 820000 or 830000");
  }
  return read_eighteen(IdKind::hmt_permit, std::move(number), today);
}

// 9 + province 2 + country 3 (ISO 3166-1 numeric) + birth 8 + sequence 3 + check.
Result<IdNumber> read_new_foreign(std::string number, Date today) {
  if (Status s = check_eighteen(number); !s) return s.problem();
  const std::string_view view = number;
  if (!is_province(view.substr(1, 2))) return refuse("id.area", "the number names no province");
  const bool country = find_country_numeric(view.substr(3, 3)) != nullptr;
  Result<IdNumber> id = read_eighteen(IdKind::foreign_pr, std::move(number), today);
  if (id && !country) id->warnings.emplace_back("id.country_unknown");
  return id;
}

// Weights 7 3 1 in turn, A = 10 … Z = 35, modulo 10 (ICAO 9303).
char old_foreign_check(std::string_view fourteen) {
  static constexpr std::array<int, 3> kWeights = {7, 3, 1};
  int sum = 0;
  for (size_t i = 0; i < fourteen.size(); ++i) {
    const int value = is_digit(fourteen[i]) ? fourteen[i] - '0' : fourteen[i] - 'A' + 10;
    sum += value * kWeights[i % 3];
  }
  return static_cast<char>('0' + sum % 10);
}

bool is_old_foreign(std::string_view number) {
  return number.size() == 15 && std::ranges::all_of(number.substr(0, 3), is_letter) &&
         all_digits(number.substr(3));
}

// Country 3 letters + place of issue 4 + birth 6 (YYMMDD) + sequence 1 + check. Two digits of a
// year may mean two centuries: the birth is told only where one of them lies in the future.
Result<IdNumber> read_old_foreign(std::string number, Date today) {
  const std::string_view view = number;
  const std::string day(view.substr(7, 6));
  Result<Date> young = birth_of("20" + day, today);
  Result<Date> elder = birth_of("19" + day, today);
  if (!young && !elder) return elder.problem();
  IdNumber id;
  id.kind = IdKind::foreign_pr;
  if (young && !elder) id.birth = *young;
  if (elder && !young) id.birth = *elder;
  if (old_foreign_check(view.substr(0, 14)) != view[14]) {
    id.warnings.emplace_back("id.checksum_doubtful");
  }
  if (!is_province(view.substr(3, 2))) id.warnings.emplace_back("id.area_unknown");
  if (find_country(view.substr(0, 3)) == nullptr) id.warnings.emplace_back("id.country_unknown");
  id.number = std::move(number);
  return id;
}

Result<IdNumber> read_foreign(std::string number, Date today) {
  if (is_old_foreign(number)) return read_old_foreign(std::move(number), today);
  if (number.size() == 15) {
    return refuse("id.format", "an old permit has three letters and twelve digits");
  }
  if (number[0] != '9' && number.size() == 18) {
    return refuse("id.format", "a permit of 18 characters begins with 9");
  }
  return read_new_foreign(std::move(number), today);
}

Result<IdNumber> read_passport(std::string number) {
  if (!std::ranges::all_of(number, [](char c) { return is_digit(c) || is_letter(c); })) {
    return refuse("id.characters", "a passport number has letters and digits only");
  }
  if (number.size() < 5 || number.size() > 17) {
    return refuse("id.length", "a passport number has 5 to 17 characters");
  }
  IdNumber id;
  id.kind = IdKind::passport;
  id.number = std::move(number);
  return id;
}

// Cleans, reads, and notes whether cleaning changed anything.
template <typename Read>
Result<IdNumber> parse_with(std::string_view text, Read read) {
  Result<std::string> clean = compact(text);
  if (!clean) return clean.problem();
  Result<IdNumber> id = read(*std::move(clean));
  if (id) id->repaired = id->number != text;
  return id;
}

}  // namespace

std::string_view id_kind_name(IdKind kind) {
  static constexpr std::array<std::string_view, 5> kNames = {"resident_id", "hmt_permit",
                                                             "foreign_pr", "passport", "none"};
  return kNames[static_cast<size_t>(kind)];
}

Result<IdKind> parse_id_kind(std::string_view text) {
  Result<std::string> code = parse_code(id_kind_codes(), text);
  if (!code) return code.problem();
  for (const IdKind kind :
       {IdKind::resident_id, IdKind::hmt_permit, IdKind::foreign_pr, IdKind::passport}) {
    if (*code == id_kind_name(kind)) return kind;
  }
  return IdKind::none;
}

Result<IdNumber> parse_resident_id(std::string_view text, Date today) {
  return parse_with(text, [=](std::string n) { return read_resident(std::move(n), today); });
}

Result<IdNumber> parse_hmt_permit(std::string_view text, Date today) {
  return parse_with(text, [=](std::string n) { return read_hmt(std::move(n), today); });
}

Result<IdNumber> parse_foreign_pr(std::string_view text, Date today) {
  return parse_with(text, [=](std::string n) { return read_foreign(std::move(n), today); });
}

Result<IdNumber> parse_passport(std::string_view text) {
  return parse_with(text, [](std::string n) { return read_passport(std::move(n)); });
}

Result<IdNumber> parse_no_id(std::string_view text) {
  static constexpr std::array<std::string_view, 10> kNone = {"未办理", "未办", "",  "0",    "无",
                                                             "无证件", "NONE", "-", "暂无", "/"};
  if (std::ranges::find(kNone, clean_identifier(text)) == kNone.end()) {
    return refuse("id.format", "a person without a document has no number");
  }
  IdNumber id;
  id.repaired = !text.empty();
  return id;
}

Result<IdNumber> parse_id_number(IdKind kind, std::string_view text, Date today) {
  switch (kind) {
    case IdKind::resident_id:
      return parse_resident_id(text, today);
    case IdKind::hmt_permit:
      return parse_hmt_permit(text, today);
    case IdKind::foreign_pr:
      return parse_foreign_pr(text, today);
    case IdKind::passport:
      return parse_passport(text);
    case IdKind::none:
      return parse_no_id(text);
  }
  return parse_no_id(text);
}

IdKind detect_id_kind(std::string_view text) {
  if (parse_no_id(text)) return IdKind::none;
  Result<std::string> clean = compact(text);
  if (!clean) return IdKind::resident_id;
  const std::string_view number = *clean;
  const bool eighteen = number.size() == 18 && all_digits(number.substr(0, 17));
  if (eighteen && is_hmt_area(number)) return IdKind::hmt_permit;
  if (eighteen && number[0] == '9') return IdKind::foreign_pr;
  if (is_old_foreign(number)) return IdKind::foreign_pr;
  const bool letter = std::ranges::any_of(number.substr(0, number.size() - 1), is_letter);
  const bool digit = std::ranges::any_of(number, is_digit);
  if (letter && digit && parse_passport(number)) return IdKind::passport;
  return IdKind::resident_id;
}

char resident_check(std::string_view seventeen_digits) {
  static constexpr std::array<int, 17> kWeights = {7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                   3, 7, 9,  10, 5, 8, 4, 2};
  int sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) sum += kWeights[i] * (seventeen_digits[i] - '0');
  return "10X98765432"[sum % 11];
}

}  // namespace grid::domain
