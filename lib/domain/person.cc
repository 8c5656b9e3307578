#include <grid/domain/clean_text.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/person.h>

#include <algorithm>
#include <array>

#include "field_taker.h"

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

bool merge(Person& known, const Person& given, const RegisterPolicy& policy) {
  FieldTaker take(policy);
  take.note(take_number(known, given));
  take.text(known.name, given.name, "name");
  take.text(known.former_name, given.former_name, "former_name");
  take.text(known.sex, given.sex, "sex");
  take.date(known.birth, given.birth, "birth");
  take.date(known.died, given.died);
  take.text(known.ethnic, given.ethnic, "ethnic");
  take.text(known.nationality, given.nationality, "nationality");
  take.text(known.phone, given.phone, "phone");
  take.text(known.politics, given.politics, "politics");
  take.text(known.education, given.education, "education");
  take.text(known.marriage, given.marriage, "marriage");
  take.text(known.registered_address, given.registered_address, "registered_address");
  take.text(known.tags, given.tags, "tags");
  if (!given.source_ref.empty()) {
    take.text(known.source, given.source);
    take.text(known.source_ref, given.source_ref);
  }
  return take.changed();
}

bool take_over(Person& known, const Person& given, const RegisterPolicy& policy,
               std::vector<Problem>& warnings) {
  const std::string name = known.name;
  if (!merge(known, given, policy)) return false;
  if (name != known.name) {
    warnings.push_back(
        problem("person.renamed", "name", "the register has another name under this number"));
    if (known.former_name.empty() || known.former_name == known.name) known.former_name = name;
  }
  return true;
}

bool merge(Residence& known, const Residence& given, const RegisterPolicy& policy) {
  FieldTaker take(policy);
  take.text(known.community, given.community);
  take.text(known.no, given.no);
  take.text(known.area, given.area);
  take.choice(known.kind, given.kind);
  take.text(known.relation, given.relation);
  take.choice(known.consistent, given.consistent, "consistent");
  take.text(known.address, given.address, "address");
  take.date(known.since, given.since);
  take.date(known.until, given.until);
  take.text(known.ended_by, given.ended_by);
  take.text(known.flow_reason, given.flow_reason, "flow_reason");
  take.text(known.origin, given.origin, "origin");
  take.text(known.permit_no, given.permit_no, "permit_no");
  take.date(known.registered_on, given.registered_on, "registered_on");
  take.date(known.permit_until, given.permit_until, "permit_until");
  return take.changed();
}

bool births_agree(std::string_view one, std::string_view other) {
  const size_t common = std::min(one.size(), other.size());
  return one.substr(0, common) == other.substr(0, common);
}

}  // namespace grid::domain
