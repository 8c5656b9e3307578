#include <grid/domain/clean_text.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/person.h>

#include <algorithm>
#include <array>

namespace grid::domain {

namespace {

constexpr std::array<std::string_view, 5> kind_names{"registered", "permanent", "floating",
                                                     "lodging", "foreign"};

std::string_view without_ending(std::string_view text) {
  for (const std::string_view ending : {"人口", "人员", "人"}) {
    if (text.size() > ending.size() && text.ends_with(ending)) {
      return text.substr(0, text.size() - ending.size());
    }
  }
  return text;
}

bool take(std::string& known, const std::string& given) {
  if (given.empty() || given == known) return false;
  known = given;
  return true;
}

template <typename T>
bool take(std::optional<T>& known, const std::optional<T>& given) {
  if (!given || given == known) return false;
  known = given;
  return true;
}

// A date that only says less than the known one changes nothing.
bool take_date(std::string& known, const std::string& given) {
  if (given.size() < known.size() && births_agree(known, given)) return false;
  return take(known, given);
}

bool take_number(Person& known, const Person& given) {
  if (given.id_no.empty()) return false;
  const bool changed = known.id_no != given.id_no || known.id_kind != given.id_kind;
  known.id_no = given.id_no;
  known.id_kind = given.id_kind;
  return changed;
}

}  // namespace

std::string_view residence_kind_name(ResidenceKind kind) {
  return kind_names[static_cast<size_t>(kind)];
}

std::optional<ResidenceKind> residence_kind_named(std::string_view name) {
  const auto found = std::ranges::find(kind_names, name);
  if (found == kind_names.end()) return std::nullopt;
  return static_cast<ResidenceKind>(found - kind_names.begin());
}

Result<ResidenceKind> parse_residence_kind(std::string_view text) {
  const std::string cleaned = clean_word(text);
  Result<std::string> code = parse_code(residence_codes(), cleaned);
  if (!code) code = parse_code(residence_codes(), without_ending(cleaned));
  if (!code) return code.problem();
  return *residence_kind_named(*code);
}

ResidenceRole role_of(const Residence& residence) {
  return residence.kind == ResidenceKind::registered ? ResidenceRole::registration
                                                     : ResidenceRole::living;
}

bool merge(Person& known, const Person& given) {
  bool changed = take_number(known, given);
  changed |= take(known.name, given.name);
  changed |= take(known.former_name, given.former_name);
  changed |= take(known.sex, given.sex);
  changed |= take_date(known.birth, given.birth);
  changed |= take_date(known.died, given.died);
  changed |= take(known.ethnic, given.ethnic);
  changed |= take(known.nationality, given.nationality);
  changed |= take(known.phone, given.phone);
  changed |= take(known.politics, given.politics);
  changed |= take(known.education, given.education);
  changed |= take(known.marriage, given.marriage);
  changed |= take(known.registered_address, given.registered_address);
  changed |= take(known.tags, given.tags);
  if (!given.source_ref.empty()) {
    changed |= take(known.source, given.source);
    changed |= take(known.source_ref, given.source_ref);
  }
  return changed;
}

bool merge(Residence& known, const Residence& given) {
  bool changed = take(known.community, given.community);
  changed |= take(known.no, given.no);
  changed |= take(known.area, given.area);
  changed |= take(known.kind, given.kind);
  changed |= take(known.relation, given.relation);
  changed |= take(known.consistent, given.consistent);
  changed |= take(known.address, given.address);
  changed |= take_date(known.since, given.since);
  changed |= take_date(known.until, given.until);
  changed |= take(known.ended_by, given.ended_by);
  changed |= take(known.flow_reason, given.flow_reason);
  changed |= take(known.origin, given.origin);
  changed |= take(known.permit_no, given.permit_no);
  changed |= take_date(known.registered_on, given.registered_on);
  changed |= take_date(known.permit_until, given.permit_until);
  return changed;
}

bool births_agree(std::string_view one, std::string_view other) {
  const size_t common = std::min(one.size(), other.size());
  return one.substr(0, common) == other.substr(0, common);
}

}  // namespace grid::domain
