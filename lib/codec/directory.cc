#include <grid/codec/directory.h>
#include <grid/codec/fields.h>
#include <grid/domain/actor.h>

#include <array>

namespace grid::codec {

using domain::AreaEntry;
using domain::OrgEntry;
using domain::StaffEntry;

namespace {

const std::array<std::string, 8> area_names{"code",  "name",  "kind",      "parent",
                                            "since", "until", "successor", "households_expected"};
const std::array<std::string, 7> org_names{"code", "name",    "kind", "area",
                                           "uscc", "contact", "phone"};
const std::array<std::string, 8> staff_names{"login", "name",  "role",  "area",
                                             "org",   "phone", "since", "until"};

std::string_view word_of(std::span<const domain::Term> terms, std::string_view code, bool chinese) {
  const domain::Term* term = domain::find_term(terms, code);
  if (term == nullptr) return {};
  return chinese ? term->zh : term->en;
}

std::string_view level_word(std::string_view code, bool chinese) {
  return word_of(domain::level_terms(), code, chinese);
}

std::string_view org_kind_word(std::string_view code, bool chinese) {
  return word_of(domain::org_kinds(), code, chinese);
}

std::string_view role_word(std::string_view code, bool chinese) {
  return word_of(domain::Terms<domain::Role>::all, code, chinese);
}

constexpr std::array<Column, 8> area_table{{
    {"code", "Code", "编码"},
    {"name", "Name", "名称"},
    {"kind", "Level", "层级", level_word},
    {"parent", "Superior", "上级"},
    {"since", "Since", "启用日期"},
    {"until", "Until", "停用日期"},
    {"successor", "Successor", "承接区域"},
    {"households_expected", "Households", "应有户数", nullptr, true},
}};

constexpr std::array<Column, 7> org_table{{
    {"code", "Code", "编码"},
    {"name", "Name", "名称"},
    {"kind", "Kind", "类型", org_kind_word},
    {"area", "Area", "区域"},
    {"uscc", "Credit code", "统一社会信用代码"},
    {"contact", "Contact", "联系人"},
    {"phone", "Phone", "联系电话"},
}};

constexpr std::array<Column, 8> staff_table{{
    {"login", "Login", "账号"},
    {"name", "Name", "姓名"},
    {"role", "Role", "岗位", role_word},
    {"area", "Area", "区域"},
    {"org", "Organisation", "单位"},
    {"phone", "Phone", "联系电话"},
    {"since", "Since", "任职起"},
    {"until", "Until", "任职止"},
}};

// Lays one field of the record over the value on file.
class Overlay {
 public:
  explicit Overlay(const text::Record& record) : fields_(record) {}

  void text(std::string_view name, std::string& value) {
    if (fields_.has(name)) value = fields_.text(name);
    if (fields_.erases(name)) value.clear();
  }
  void required(std::string_view name, std::string& value) {
    if (fields_.has(name) || value.empty() || fields_.erases(name)) value = fields_.required(name);
  }
  void date(std::string_view name, std::optional<Date>& value) {
    if (fields_.has(name)) value = fields_.date(name);
    if (fields_.erases(name)) value.reset();
  }
  void count(std::string_view name, std::optional<int64_t>& value) {
    if (fields_.has(name)) value = fields_.integer(name);
    if (fields_.erases(name)) value.reset();
    if (value && (*value < 0 || *value > 10'000'000)) {
      fields_.fail(problem("field.range", name, "{} must lie between 0 and 10000000", name));
    }
  }
  Status finish(std::span<const std::string> known) const {
    if (Status s = fields_.refuse_unknown(known); !s) return s;
    if (fields_.problem()) return *fields_.problem();
    return Done{};
  }

 private:
  FieldReader fields_;
};

std::optional<std::string> date_text(const std::optional<Date>& date) {
  return date ? std::optional<std::string>(format_date(*date)) : std::nullopt;
}

}  // namespace

std::span<const std::string> area_fields() {
  return area_names;
}
std::span<const std::string> org_fields() {
  return org_names;
}
std::span<const std::string> staff_fields() {
  return staff_names;
}

Columns area_columns() {
  return area_table;
}
Columns org_columns() {
  return org_table;
}
Columns staff_columns() {
  return staff_table;
}

Result<std::string> key_code(const text::Record& record) {
  FieldReader fields(record);
  std::string code = fields.required("code");
  if (fields.problem()) return *fields.problem();
  return code;
}

Result<StaffEntry> staff_key(const text::Record& record) {
  FieldReader fields(record);
  StaffEntry key;
  key.login = fields.required("login");
  key.role = fields.required("role");
  key.area = fields.text("area");
  key.org = fields.text("org");
  key.since = fields.date("since");
  if (fields.problem()) return *fields.problem();
  return key;
}

Result<AreaEntry> read_area(const text::Record& record, const AreaEntry* before) {
  AreaEntry entry = before == nullptr ? AreaEntry{} : *before;
  Overlay overlay(record);
  overlay.required("code", entry.code);
  overlay.required("name", entry.name);
  overlay.required("kind", entry.kind);
  overlay.text("parent", entry.parent);
  overlay.date("since", entry.since);
  overlay.date("until", entry.until);
  overlay.text("successor", entry.successor);
  overlay.count("households_expected", entry.households_expected);
  if (Status s = overlay.finish(area_names); !s) return s.problem();
  return entry;
}

Result<OrgEntry> read_org(const text::Record& record, const OrgEntry* before) {
  OrgEntry entry = before == nullptr ? OrgEntry{} : *before;
  Overlay overlay(record);
  overlay.required("code", entry.code);
  overlay.required("name", entry.name);
  overlay.required("kind", entry.kind);
  overlay.text("area", entry.area);
  overlay.text("uscc", entry.uscc);
  overlay.text("contact", entry.contact);
  overlay.text("phone", entry.phone);
  if (Status s = overlay.finish(org_names); !s) return s.problem();
  return entry;
}

Result<StaffEntry> read_staff(const text::Record& record, const StaffEntry* before) {
  StaffEntry entry = before == nullptr ? StaffEntry{} : *before;
  Overlay overlay(record);
  overlay.required("login", entry.login);
  overlay.required("name", entry.name);
  overlay.required("role", entry.role);
  overlay.text("area", entry.area);
  overlay.text("org", entry.org);
  overlay.text("phone", entry.phone);
  overlay.date("since", entry.since);
  overlay.date("until", entry.until);
  if (Status s = overlay.finish(staff_names); !s) return s.problem();
  return entry;
}

text::Record write_area(const AreaEntry& entry) {
  text::Record record = text::make_record("area");
  record.add("code", entry.code).add("name", entry.name).add("kind", entry.kind);
  record.add_if("parent", entry.parent);
  record.add_if("since", date_text(entry.since)).add_if("until", date_text(entry.until));
  record.add_if("successor", entry.successor);
  record.add_if("households_expected", entry.households_expected);
  return record;
}

text::Record write_org(const OrgEntry& entry) {
  text::Record record = text::make_record("org");
  record.add("code", entry.code).add("name", entry.name).add("kind", entry.kind);
  record.add_if("area", entry.area).add_if("uscc", entry.uscc);
  record.add_if("contact", entry.contact).add_if("phone", entry.phone);
  return record;
}

text::Record write_staff(const StaffEntry& entry) {
  text::Record record = text::make_record("staff");
  record.add("login", entry.login).add("name", entry.name).add("role", entry.role);
  record.add_if("area", entry.area).add_if("org", entry.org).add_if("phone", entry.phone);
  record.add_if("since", date_text(entry.since)).add_if("until", date_text(entry.until));
  return record;
}

}  // namespace grid::codec
