#include <grid/domain/clean_text.h>
#include <grid/domain/register_places.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace grid::domain {

namespace {

// 居委会 are called 社区 and 村 in daily use; registers leave the ending out as they like.
constexpr std::array<std::string_view, 6> endings{"社区居委会", "社区居民委员会", "居委会",
                                                  "村委会",     "社区",           "村"};

std::string_view stem_of(std::string_view name) {
  for (const std::string_view ending : endings) {
    if (name.size() > ending.size() && name.ends_with(ending)) {
      return name.substr(0, name.size() - ending.size());
    }
  }
  return name;
}

int chinese_digit(std::string_view text) {
  constexpr std::array<std::string_view, 10> digits{"〇", "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};
  for (size_t i = 0; i < digits.size(); ++i) {
    if (text.starts_with(digits[i])) return static_cast<int>(i);
  }
  return text.starts_with("零") ? 0 : -1;
}

constexpr size_t sign_bytes = 3;  // of every Chinese numeral in UTF-8

bool is_numeral(std::string_view text) {
  return chinese_digit(text) >= 0 || text.starts_with("十") || text.starts_with("百");
}

// 二十一 21, 一百零三 103, 一〇三 103.
int64_t chinese_number(std::string_view text) {
  int64_t total = 0;
  int64_t digit = 0;
  bool any = false;
  for (; !text.empty(); text.remove_prefix(sign_bytes)) {
    const int value = chinese_digit(text);
    if (value >= 0) {
      digit = digit * 10 + value;
    } else {
      const int64_t unit = text.starts_with("十") ? 10 : 100;
      total += (any && digit != 0 ? digit : (any ? 0 : 1)) * unit;
      digit = 0;
    }
    any = true;
  }
  return total + digit;
}

int64_t digits_at_end(std::string_view text) {
  size_t begin = text.size();
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
  const std::string_view digits = text.substr(begin);
  int64_t value = -1;
  if (digits.empty() || digits.size() > 6) return -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// What a grid's code adds to its community's; empty where it is no prefix.
std::string_view sequence_of(std::string_view grid, std::string_view community) {
  return grid.starts_with(community) ? grid.substr(community.size()) : std::string_view();
}

bool is_community(const Area& area) {
  return area.kind == "community" || area.kind == "village";
}

Problem unknown_community() {
  Problem p = problem("area.unknown", "community", "the office has no such community");
  p.hint =
      message_id("correct the cell, add the area with grid-add, or name the community with --area");
  return p;
}

}  // namespace

int64_t grid_number(std::string_view name) {
  for (const std::string_view ending : {"网格", "号", "格"}) {
    if (name.ends_with(ending)) {
      name.remove_suffix(ending.size());
      break;
    }
  }
  if (name.ends_with("号")) name.remove_suffix(sign_bytes);
  const int64_t plain = digits_at_end(name);
  if (plain >= 0) return plain;
  size_t begin = name.size();
  while (begin >= sign_bytes && is_numeral(name.substr(begin - sign_bytes))) begin -= sign_bytes;
  return begin == name.size() ? -1 : chinese_number(name.substr(begin));
}

RegisterPlaces::RegisterPlaces(const AreaTree& areas, Date day, std::string fallback)
    : fallback_(std::move(fallback)) {
  const bool within = !fallback_.empty() && areas.find(fallback_) != nullptr;
  fallback_known_ = fallback_.empty() || within;
  for (const Area& area : areas.all()) {
    if (!is_community(area) || !area.exists(day)) continue;
    const bool counts = !within || areas.contains(fallback_, area.code, day) ||
                        areas.contains(area.code, fallback_, day);
    if (!counts) continue;
    const size_t index = communities_.size();
    communities_.push_back({area.code, {}});
    by_code_.emplace(area.code, index);
    const AreaSpell* spell = area.on(day);
    if (spell != nullptr) {
      by_name_[spell->name].push_back(index);
      const std::string stem(stem_of(spell->name));
      if (stem != spell->name) by_name_[stem].push_back(index);
    }
    for (const std::string& code : areas.subtree(area.code, day)) {
      const Area* inner = areas.find(code);
      if (inner == nullptr || inner == &area || !inner->exists(day)) continue;
      const AreaSpell* inner_spell = inner->on(day);
      Grid grid{code, inner_spell == nullptr ? std::string() : inner_spell->name, -1};
      if (inner_spell != nullptr && inner_spell->parent == area.code) {
        grid.number = grid_number(grid.name);
        if (grid.number < 0) grid.number = digits_at_end(sequence_of(code, area.code));
      }
      by_code_.emplace(code, index);
      communities_.back().grids.push_back(std::move(grid));
    }
  }
  const auto place = by_code_.find(fallback_);
  if (place != by_code_.end()) {
    fallback_community_ = communities_[place->second].code;
    if (fallback_ != fallback_community_) fallback_grid_ = fallback_;
  }
}

Status RegisterPlaces::check() const {
  if (fallback_known_) return Done{};
  return problem("area.unknown", "area", "the office has no area {}", fallback_);
}

Result<RegisterPlace> RegisterPlaces::find(std::string_view community, std::string_view grid) {
  std::string key;
  key.reserve(community.size() + grid.size() + 1);
  key.append(community).append(1, '\n').append(grid);
  const auto found = found_.find(key);
  if (found != found_.end()) return found->second;
  Result<RegisterPlace> place = look_up(community, grid);
  if (place) found_.emplace(std::move(key), *place);
  return place;
}

Result<const RegisterPlaces::Community*> RegisterPlaces::community_of(std::string_view text,
                                                                      std::string_view grid) const {
  const std::string name = clean_word(text);
  if (!name.empty()) {
    const auto code = by_code_.find(name);
    if (code != by_code_.end()) return &communities_[code->second];
    auto named = by_name_.find(name);
    if (named == by_name_.end()) named = by_name_.find(std::string(stem_of(name)));
    if (named != by_name_.end() && named->second.size() == 1) {
      return &communities_[named->second.front()];
    }
    if (named != by_name_.end()) {
      // The full code of a grid tells which of them is meant.
      const auto by_grid = by_code_.find(std::string(grid));
      const bool told = by_grid != by_code_.end() &&
                        std::ranges::find(named->second, by_grid->second) != named->second.end();
      if (told) return &communities_[by_grid->second];
      return problem("area.ambiguous", "community", "several communities have this name");
    }
  }
  const auto by_grid = by_code_.find(std::string(grid));
  if (by_grid != by_code_.end() && name.empty()) return &communities_[by_grid->second];
  if (!fallback_community_.empty()) return &communities_[by_code_.at(fallback_community_)];
  if (!name.empty()) return unknown_community();
  Problem p = problem("area.required", "community", "the community is missing");
  p.hint = message_id("name the community of the whole file with --area");
  return p;
}

const RegisterPlaces::Grid* RegisterPlaces::grid_of(const Community& community,
                                                    std::string_view text) {
  const int64_t number = grid_number(text);
  const Grid* by_number = nullptr;
  bool several = false;
  for (const Grid& grid : community.grids) {
    if (grid.code == text || grid.name == text) return &grid;
    if (text.size() >= 2 && text.size() <= 4 && grid.code.ends_with(text) &&
        grid.code.size() == community.code.size() + text.size()) {
      return &grid;
    }
    if (number < 0 || grid.number != number) continue;
    several = by_number != nullptr;
    by_number = &grid;
  }
  // A full code that is none of ours must not be taken for the number in its last digits.
  const bool is_code =
      text.size() > 6 && text.find_first_not_of("0123456789") == std::string_view::npos;
  return is_code || several ? nullptr : by_number;
}

Result<RegisterPlace> RegisterPlaces::look_up(std::string_view community,
                                              std::string_view grid) const {
  const std::string wanted = clean_word(grid);
  Result<const Community*> home = community_of(community, wanted);
  if (!home) return home.problem();
  RegisterPlace place{(*home)->code, {}, false};
  if (wanted.empty() || wanted == place.community) {
    if (place.community == fallback_community_) place.grid = fallback_grid_;
    return place;
  }
  // 西洲第一网格 is none of 东洲, whatever its number.
  const bool elsewhere = std::ranges::any_of(by_name_, [&](const auto& named) {
    return wanted.size() > named.first.size() && wanted.starts_with(named.first) &&
           std::ranges::none_of(named.second, [&](size_t each) {
             return communities_[each].code == place.community;
           });
  });
  const Grid* found = elsewhere ? nullptr : grid_of(**home, wanted);
  if (found == nullptr) {
    place.grid_unknown = true;
  } else {
    place.grid = found->code;
  }
  return place;
}

}  // namespace grid::domain
