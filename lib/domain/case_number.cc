#include <grid/domain/case_number.h>

#include <charconv>

namespace grid::domain {

std::optional<NumberOfDay> number_of_day(std::string_view no) {
  const size_t second = no.rfind('-');
  const size_t first = second == no.npos || second == 0 ? no.npos : no.rfind('-', second - 1);
  if (first == no.npos) return std::nullopt;
  NumberOfDay found{std::string(no.substr(first + 1, second - first - 1)), 0};
  const char* last = no.data() + no.size();
  const auto [end, error] = std::from_chars(no.data() + second + 1, last, found.sequence);
  if (error != std::errc() || end != last) return std::nullopt;
  return found;
}

}  // namespace grid::domain
