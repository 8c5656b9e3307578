#include <grid/base/nearest.h>
#include <grid/domain/clean_text.h>
#include <grid/domain/county.h>
#include <grid/domain/id_check.h>
#include <grid/domain/id_number.h>
#include <grid/domain/phone.h>
#include <grid/domain/uscc.h>

#include <algorithm>
#include <array>
#include <utility>

namespace grid::domain {

namespace {

CheckedId refused(std::string_view kind, std::string_view code, std::string_view near = {}) {
  CheckedId checked;
  checked.kind = kind;
  checked.code = code;
  checked.near = near;
  return checked;
}

CheckedId accepted(std::string_view kind, std::string normal, std::vector<std::string> warnings) {
  CheckedId checked;
  checked.kind = kind;
  checked.valid = true;
  checked.normal = std::move(normal);
  checked.warnings = std::move(warnings);
  return checked;
}

CheckedId told(std::string_view kind, const Result<IdNumber>& id) {
  if (!id) return refused(kind, id.problem().code, id.problem().near);
  return accepted(kind, id->number, id->warnings);
}

CheckedId check_uscc(std::string_view value) {
  const Result<Uscc> uscc = parse_uscc(value);
  if (!uscc) return refused("uscc", uscc.problem().code, uscc.problem().near);
  return accepted("uscc", uscc->code, uscc->warnings);
}

CheckedId check_phone(std::string_view value) {
  const Result<Phone> phone = parse_phone(value);
  if (!phone) return refused("phone", phone.problem().code, phone.problem().near);
  return accepted("phone", phone->number, {});
}

CheckedId check_fifteen(std::string_view value, Date today) {
  const Result<IdNumber> id = parse_resident_id(value, today);
  const bool fifteen =
      id && std::ranges::find(id->warnings, "id.fifteen_digits") != id->warnings.end();
  if (id && !fifteen) return refused("resident_id15", "id.length");
  return told("resident_id15", id);
}

CheckedId check_strictly(std::string_view value, Date today) {
  static constexpr std::string_view kKind = "resident_id_strict";
  const Result<IdNumber> id = parse_resident_id(value, today);
  if (!id) return told(kKind, id);
  if (id->kind != IdKind::resident_id) return refused(kKind, "id.kind", id_kind_name(id->kind));
  if (std::ranges::find(id->warnings, "id.fifteen_digits") != id->warnings.end()) {
    return refused(kKind, "id.length");
  }
  const std::optional<County> county = find_county(std::string_view(id->number).substr(0, 6));
  const int born = int{std::chrono::year_month_day{*id->birth}.year()};
  const bool in_force = county && county->until != kBeforeFirstEdition && born >= county->since &&
                        (county->until == 0 || born <= county->until);
  return in_force ? told(kKind, id) : refused(kKind, "id.area");
}

const std::vector<std::string>& kinds() {
  static const std::vector<std::string> kKinds = {
      "resident_id", "resident_id15", "resident_id_strict", "hmt_permit",
      "foreign_pr",  "fpr_id",        "passport",           "none",
      "uscc",        "phone"};
  return kKinds;
}

CheckedId check_as(std::string_view kind, std::string_view value, Date today) {
  if (kind == "resident_id") return told(kind, parse_resident_id(value, today));
  if (kind == "resident_id15") return check_fifteen(value, today);
  if (kind == "resident_id_strict") return check_strictly(value, today);
  if (kind == "hmt_permit") return told(kind, parse_hmt_permit(value, today));
  if (kind == "foreign_pr" || kind == "fpr_id") {
    return told("foreign_pr", parse_foreign_pr(value, today));
  }
  if (kind == "passport") return told(kind, parse_passport(value));
  if (kind == "none") return told(kind, parse_no_id(value));
  if (kind == "uscc") return check_uscc(value);
  if (kind == "phone") return check_phone(value);
  return refused(kind, "id.kind", nearest(kind, kinds()));
}

// Eighteen characters with letters among the first 17 are a credit code; eleven digits from 1, or
// a whole telephone number, a telephone; else what detect_id_kind says.
std::string_view kind_by_shape(std::string_view value) {
  const std::string clean = clean_identifier(value);
  const bool ascii_letter = std::ranges::any_of(std::string_view(clean).substr(0, 17),
                                                [](char c) { return c >= 'A' && c <= 'Z'; });
  if (clean.size() == 18 && ascii_letter) return "uscc";
  if (clean.size() == 11 && clean[0] == '1' &&
      clean.find_first_not_of("0123456789") == std::string::npos) {
    return "phone";
  }
  // Seven or eight digits alone may be anything.
  const Result<Phone> phone = parse_phone(value);
  if (phone && phone->kind != PhoneKind::local) return "phone";
  return id_kind_name(detect_id_kind(value));
}

CheckedId detect(std::string_view value, Date today) {
  if (clean_identifier(value).empty()) return refused("resident_id", "id.length");
  // A check character decides first; shapes without one take what is left.
  static constexpr std::array<std::string_view, 4> kByCheck = {"hmt_permit", "foreign_pr",
                                                               "resident_id", "uscc"};
  for (const std::string_view kind : kByCheck) {
    CheckedId checked = check_as(kind, value, today);
    if (checked.valid) return checked;
  }
  return check_as(kind_by_shape(value), value, today);
}

}  // namespace

CheckedId check_identifier(std::string_view kind, std::string_view value, Date today) {
  return kind.empty() ? detect(value, today) : check_as(kind, value, today);
}

}  // namespace grid::domain
