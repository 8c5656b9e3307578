#include <grid/domain/mask.h>

#include <vector>

namespace grid::domain {

namespace {

// Where each character of a UTF-8 text begins; marks that combine stand for themselves.
std::vector<size_t> starts(std::string_view text) {
  std::vector<size_t> at;
  for (size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) at.push_back(i);
  }
  return at;
}

}  // namespace

std::string mask_ends(std::string_view text, ShownEnds shown) {
  constexpr size_t least_hidden = 3;
  const std::vector<size_t> at = starts(text);
  const auto leading = static_cast<size_t>(shown.leading);
  const auto trailing = static_cast<size_t>(shown.trailing);
  if (at.size() < leading + trailing + least_hidden) return std::string(at.size(), '*');
  const size_t tail = trailing == 0 ? text.size() : at[at.size() - trailing];
  std::string masked(text.substr(0, at[leading]));
  masked.append(at.size() - leading - trailing, '*');
  masked.append(text.substr(tail));
  return masked;
}

std::string mask_name(std::string_view name, NameMask shown) {
  if (shown == NameMask::keep) return std::string(name);
  const std::vector<size_t> at = starts(name);
  if (at.size() < 2) return std::string(at.size(), '*');
  return std::string(name.substr(0, at[1])) + std::string(at.size() - 1, '*');
}

}  // namespace grid::domain
