#include <fmt/format.h>
#include <grid/domain/event_data.h>

namespace grid::domain {

void add_datum(std::string& data, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  data.append(name).push_back('=');
  for (const char c : value) {
    if (c == '\n') {
      data += "\\n";
    } else if (c == '\\') {
      data += "\\\\";
    } else {
      data.push_back(c);
    }
  }
  data.push_back('\n');
}

bool EventData::next() {
  while (!rest_.empty()) {
    const size_t end = rest_.find('\n');
    const std::string_view line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    const size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    name_ = line.substr(0, equals);
    raw_ = line.substr(equals + 1);
    return true;
  }
  return false;
}

std::string EventData::value() const {
  std::string value;
  value.reserve(raw_.size());
  for (size_t i = 0; i < raw_.size(); ++i) {
    if (raw_[i] == '\\' && i + 1 < raw_.size()) {
      ++i;
      value.push_back(raw_[i] == 'n' ? '\n' : raw_[i]);
    } else {
      value.push_back(raw_[i]);
    }
  }
  return value;
}

std::optional<std::string> datum(std::string_view data, std::string_view name) {
  for (EventData each(data); each.next();) {
    if (each.name() == name) return each.value();
  }
  return std::nullopt;
}

void add_moment(std::string& data, std::string_view name, Instant at) {
  add_datum(data, name, fmt::format("{}", at.time_since_epoch().count()));
}

Instant moment_in(std::string_view value) {
  return Instant{Seconds{number_in<int64_t>(value)}};
}

}  // namespace grid::domain
