#include <grid/domain/clean_text.h>
#include <grid/domain/person_filter.h>

#include <algorithm>
#include <charconv>

namespace grid::domain {

namespace {

constexpr size_t most_digits = 3;

std::optional<int64_t> number(std::string_view text) {
  int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = fault == std::errc{} && end == text.data() + text.size();
  if (!whole || text.size() > most_digits || value < 0) return std::nullopt;
  return value;
}

std::optional<AgeRange> compared(std::string_view sign, std::optional<int64_t> age) {
  if (!age) return std::nullopt;
  if (sign == ">=") return AgeRange{*age, {}};
  if (sign == ">") return AgeRange{*age + 1, {}};
  if (sign == "<=") return AgeRange{0, *age};
  if (*age == 0) return std::nullopt;
  return AgeRange{0, *age - 1};
}

std::optional<AgeRange> range(std::string_view text) {
  for (const std::string_view sign : {">=", "<=", ">", "<"}) {
    if (text.starts_with(sign)) return compared(sign, number(text.substr(sign.size())));
  }
  if (text.ends_with('+')) return compared(">=", number(text.substr(0, text.size() - 1)));
  const size_t dash = text.find('-');
  if (dash == std::string_view::npos) {
    const auto age = number(text);
    return age ? std::optional(AgeRange{*age, age}) : std::nullopt;
  }
  const auto from = dash == 0 ? std::optional<int64_t>(0) : number(text.substr(0, dash));
  const auto to = number(text.substr(dash + 1));
  const bool open = dash + 1 == text.size() && dash > 0;
  if (!from || (!to && !open) || (to && *to < *from)) return std::nullopt;
  return AgeRange{*from, to};
}

bool overlap(const AgeRange& a, const AgeRange& b) {
  return a.contains(b.from) || b.contains(a.from);
}

bool agrees(const std::string& wanted, const std::string& value) {
  return wanted.empty() || wanted == value;
}

}  // namespace

std::string AgeRange::text() const {
  const std::string begin = std::to_string(from);
  if (!to) return begin + "+";
  return *to == from ? begin : begin + "-" + std::to_string(*to);
}

Result<AgeRange> parse_ages(std::string_view text) {
  std::string clean = clean_word(text);
  std::erase(clean, ' ');
  if (const auto found = range(clean)) return *found;
  return problem("age.format", "", "{} is no range of ages such as 18-59, 65+ or <18", clean);
}

Result<std::vector<AgeRange>> parse_age_bands(std::string_view text) {
  std::vector<AgeRange> bands;
  while (true) {
    const size_t comma = text.find(',');
    const Result<AgeRange> band = parse_ages(text.substr(0, comma));
    if (!band) return band.problem();
    if (std::ranges::any_of(bands, [&](const AgeRange& other) { return overlap(other, *band); })) {
      return problem("age.overlap", "", "{} overlaps another range: an age counts once",
                     text.substr(0, comma));
    }
    bands.push_back(*band);
    if (comma == std::string_view::npos) return bands;
    text.remove_prefix(comma + 1);
  }
}

std::vector<AgeRange> usual_age_bands() {
  return {{0, 17}, {18, 59}, {60, 64}, {65, 79}, {80, std::nullopt}};
}

std::optional<int64_t> age_on(std::string_view birth, Date day) {
  const std::string today = format_date(day);
  if (birth.size() < 4 || birth > today) return std::nullopt;
  const auto year = number(birth.substr(1, 3));  // of 1xxx or 2xxx
  if (!year) return std::nullopt;
  const int64_t born = (birth[0] - '0') * 1000 + *year;
  const int64_t now = std::stoll(today.substr(0, 4));
  // The birthday of this year is over where the rest of the date is not later; what is unknown of
  // it counts as its end.
  std::string rest(birth.substr(4));
  if (rest.empty()) rest = "-12-31";
  if (rest.size() == 3) rest += "-31";
  const int64_t age = now - born - (rest <= today.substr(4) ? 0 : 1);
  return std::max<int64_t>(age, 0);
}

bool is_minority(std::string_view ethnic) {
  return !ethnic.empty() && ethnic != "01" && ethnic < "97";
}

bool is_foreign(std::string_view nationality) {
  return !nationality.empty() && nationality != "CHN" && nationality != "HKG" &&
         nationality != "MAC" && nationality != "TWN";
}

bool has_tag(std::string_view tags, std::string_view wanted) {
  for (size_t begin = 0; begin <= tags.size();) {
    const size_t end = std::min(tags.find(' ', begin), tags.size());
    const std::string_view tag = tags.substr(begin, end - begin);
    if (tag == wanted || tag.substr(0, tag.find(':')) == wanted) return true;
    begin = end + 1;
  }
  return false;
}

bool is_alive_on(const Person& person, std::string_view day) {
  return person.birth <= day && (person.died.empty() || person.died > day);
}

bool fits(const PersonFilter& filter, const Person& person, const Residence& residence, Date day) {
  if (filter.kind && residence.kind != filter.kind) return false;
  if (!filter.tag.empty() && !has_tag(person.tags, filter.tag)) return false;
  if (!agrees(filter.sex, person.sex) || !agrees(filter.ethnic, person.ethnic) ||
      !agrees(filter.nationality, person.nationality) ||
      !agrees(filter.relation, residence.relation)) {
    return false;
  }
  if (filter.minority && !is_minority(person.ethnic)) return false;
  if (filter.foreign && !is_foreign(person.nationality)) return false;
  if (filter.head && !is_head(residence.relation)) return false;
  if (!filter.ages) return true;
  const auto age = age_on(person.birth, day);
  return age && filter.ages->contains(*age);
}

}  // namespace grid::domain
