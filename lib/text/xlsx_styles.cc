#include "xlsx_styles.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <unordered_map>

#include "xlsx_limits.h"
#include "xlsx_xml.h"

namespace grid::text::xlsx {

namespace {

int64_t whole(std::string_view digits) {
  int64_t value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

NumberShape shape_of_format(std::string_view format) {
  bool y = false;
  bool m = false;
  bool d = false;
  bool time = false;
  for (size_t i = 0; i < format.size(); ++i) {
    const char c = lower(format[i]);
    if (c == '"') {
      i = std::min(format.find('"', i + 1), format.size());
    } else if (c == '[') {
      i = std::min(format.find(']', i + 1), format.size());  // [Red], [$-804], [h]
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == ';') {
      break;  // behind it stands the format of negative numbers
    } else {
      y |= c == 'y';
      m |= c == 'm';
      d |= c == 'd';
      time |= c == 'h' || c == 's';
    }
  }
  if (d) return NumberShape::day;
  if (y) return m ? NumberShape::month : NumberShape::year;
  return m && !time ? NumberShape::month : NumberShape::number;
}

NumberShape shape_of_builtin(int64_t format) {
  switch (format) {
    case 17:  // mmm-yy
    case 27:  // yyyy年m月
    case 36:
    case 50:
    case 52:
    case 57:
      return NumberShape::month;
    case 18:  // 18 to 21, 32 to 35, 45 to 47, 55, 56: times of day
    case 19:
    case 20:
    case 21:
    case 32:
    case 33:
    case 34:
    case 35:
    case 45:
    case 46:
    case 47:
    case 55:
    case 56:
      return NumberShape::number;
    default:
      break;
  }
  const bool day = (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
                   (format >= 50 && format <= 58);
  return day ? NumberShape::day : NumberShape::number;
}

std::optional<std::string> date_of(double serial, NumberShape shape, bool from_1904) {
  using namespace std::chrono;
  constexpr double last = 2958465;  // 9999-12-31
  const double lowest = from_1904 ? 0 : 1;
  if (!(serial >= lowest && serial < last + 1)) return std::nullopt;
  constexpr int64_t day_seconds = 86400;
  const int64_t moment = std::llround(serial * static_cast<double>(day_seconds));
  const int64_t number = moment / day_seconds;
  const int64_t time = moment % day_seconds;
  constexpr int64_t never = 60;
  if (!from_1904 && number == never) return std::nullopt;
  // Before the day that never was, the count is one less.
  const sys_days origin = from_1904        ? sys_days(year{1904} / January / 1)
                          : number < never ? sys_days(year{1899} / December / 31)
                                           : sys_days(year{1899} / December / 30);
  const year_month_day date{origin + days{number}};
  const int y = static_cast<int>(date.year());
  const auto m = static_cast<unsigned>(date.month());
  const auto d = static_cast<unsigned>(date.day());
  if (shape == NumberShape::year && m == 1 && d == 1) return fmt::format("{:04}", y);
  if (shape != NumberShape::day && d == 1) return fmt::format("{:04}-{:02}", y, m);
  std::string text = fmt::format("{:04}-{:02}-{:02}", y, m, d);
  if (time != 0) {
    text += fmt::format(" {:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60);
  }
  return text;
}

class Styles::Handler : public XmlHandler {
 public:
  explicit Handler(std::vector<NumberShape>& shapes) : shapes_(shapes) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "numFmt") {
      formats_[whole(attributes.get("numFmtId"))] = shape_of_format(attributes.get("formatCode"));
    } else if (name == "cellXfs") {
      within_ = true;
    } else if (within_ && name == "xf") {
      const int64_t format = whole(attributes.get("numFmtId"));
      const auto own = formats_.find(format);
      shapes_.push_back(own == formats_.end() ? shape_of_builtin(format) : own->second);
    }
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") within_ = false;
  }

 private:
  std::vector<NumberShape>& shapes_;
  std::unordered_map<int64_t, NumberShape> formats_;
  bool within_ = false;  // of the formats that cells name
};

Status Styles::read(ZipArchive& archive, const std::string& part) {
  Handler handler(shapes_);
  return read_xml(archive, part, max_small_part, handler);
}

}  // namespace grid::text::xlsx
