#include <grid/domain/mask.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <vector>

namespace grid::domain {

namespace {

bool begins(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// Marks that combine stand for themselves.
size_t characters(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(text, begins));
}

// Bytes of the first so many characters, of which there are more.
size_t bytes_of(std::string_view text, size_t count) {
  size_t at = 0;
  for (; at < text.size(); ++at) {
    if (begins(text[at]) && count-- == 0) break;
  }
  return at;
}

constexpr int child_years = 14;

// Words within tags: 宗教信仰, 疾病与残疾, 违法犯罪与矫正, 信访.
constexpr std::array<std::string_view, 26> sensitive_words{
    "宗教", "信教", "佛教", "道教", "基督", "天主", "伊斯兰", "邪教", "残疾",
    "残障", "精神", "艾滋", "传染", "疾病", "重病", "慢病",   "病人", "患者",
    "失能", "孕",   "吸毒", "戒毒", "矫正", "刑满", "前科",   "信访"};

// Several telephones are masked one by one.
std::string mask_phones(std::string_view phones, ShownEnds shown) {
  std::string masked;
  for (size_t begin = 0; begin < phones.size();) {
    const size_t end = std::min(phones.find('/', begin), phones.size());
    if (!masked.empty()) masked += '/';
    masked += mask_ends(phones.substr(begin, end - begin), shown);
    begin = end + 1;
  }
  return masked;
}

std::string mask_tags(std::string_view tags) {
  std::string shown;
  for (size_t begin = 0; begin < tags.size();) {
    const size_t end = std::min(tags.find(' ', begin), tags.size());
    const std::string_view tag = tags.substr(begin, end - begin);
    if (!shown.empty()) shown += ' ';
    shown += is_sensitive(tag) ? std::string_view("*") : tag;
    begin = end + 1;
  }
  return shown;
}

}  // namespace

std::string mask_ends(std::string_view text, ShownEnds shown) {
  constexpr size_t least_hidden = 3;
  const size_t size = characters(text);
  const auto leading = static_cast<size_t>(shown.leading);
  const auto trailing = static_cast<size_t>(shown.trailing);
  if (size < leading + trailing + least_hidden) return std::string(size, '*');
  std::string masked;
  masked.reserve(text.size());
  masked += text.substr(0, bytes_of(text, leading));
  masked.append(size - leading - trailing, '*');
  masked += text.substr(bytes_of(text, size - trailing));
  return masked;
}

std::string mask_name(std::string_view name, NameMask shown) {
  if (shown == NameMask::keep) return std::string(name);
  const size_t size = characters(name);
  if (size < 2) return std::string(size, '*');
  return std::string(name.substr(0, bytes_of(name, 1))) + std::string(size - 1, '*');
}

Mask for_strangers(const Mask& shown) {
  Mask stranger = shown;
  stranger.name = NameMask::surname;
  return stranger;
}

bool is_child(std::string_view birth, Date today) {
  constexpr size_t year_digits = 4;
  int year = 0;
  const auto [end, error] =
      std::from_chars(birth.data(), birth.data() + std::min(birth.size(), year_digits), year);
  if (error != std::errc() || end != birth.data() + year_digits) return false;
  const std::chrono::year_month_day day{std::chrono::sys_days{today.time_since_epoch()}};
  if (const int age = static_cast<int>(day.year()) - year; age != child_years) {
    return age < child_years;
  }
  // As text a less precise date comes before all that it may mean, so the last of them counts.
  const std::string now = format_date(today);
  std::string turned = std::to_string(year + child_years);
  turned.append(birth.substr(year_digits));
  turned += birth.size() == now.size() ? "" : "~";
  return now < turned;
}

bool is_sensitive(std::string_view tag) {
  return std::ranges::any_of(sensitive_words, [&](std::string_view word) {
    return tag.find(word) != std::string_view::npos;
  });
}

void mask(Person& person, Residence& residence, const Mask& shown, Date today) {
  constexpr size_t year_digits = 4;
  const bool child = is_child(person.birth, today);
  const ShownEnds number = child ? ShownEnds{0, 0} : shown.id_no;
  const NameMask name = child ? NameMask::surname : shown.name;
  const auto hide = [](std::string& text, const auto& masking, auto how) {
    if (!text.empty()) text = masking(text, how);
  };
  hide(person.id_no, mask_ends, number);
  hide(residence.permit_no, mask_ends, number);
  hide(person.phone, mask_phones, child ? ShownEnds{0, 0} : shown.phone);
  if (name != NameMask::keep) {
    hide(person.name, mask_name, name);
    hide(person.former_name, mask_name, name);
  }
  if (person.birth.size() > year_digits) person.birth.resize(year_digits);
  if (!person.tags.empty()) person.tags = mask_tags(person.tags);
}

}  // namespace grid::domain
