#include <grid/codec/directory.h>
#include <grid/tool/registrar.h>

namespace grid::tool {

namespace {

Outcome outcome_of(store::Change change) {
  switch (change) {
    case store::Change::added:
      return Outcome::added;
    case store::Change::changed:
      return Outcome::changed;
    case store::Change::same:
      break;
  }
  return Outcome::same;
}

Result<Applied> finish(Applied applied, store::Change change, text::Record record) {
  applied.outcome = outcome_of(change);
  record.add("outcome", std::string(outcome_name(applied.outcome)));
  applied.records.push_back(std::move(record));
  return applied;
}

}  // namespace

Registrar::Registrar(sql::Database& db, Session& session, std::string noun)
    : directory_(db), db_(db), session_(session), noun_(std::move(noun)) {}

void Registrar::refresh() {
  office_ = std::make_unique<Office>(db_, session_.now());
  areas_ = office_->areas();
  orgs_ = directory_.org_codes();
  require_role(require_actor(session_, db_, office_->today()),
               {domain::Role::leader, domain::Role::clerk});
}

Result<Applied> Registrar::add(const text::Record& record) {
  const std::string type = record.find("type") != nullptr ? record.text("type") : noun_;
  if (type == "area") return add_area(record);
  if (type == "org") return add_org(record);
  if (type == "staff") return add_staff(record);
  Problem p = type.empty()
                  ? problem("field.required", "type", "type is missing: area, staff or org")
                  : problem("record.type", "type", "grid-add takes no records of type {}", type);
  return p;
}

Result<Applied> Registrar::add_area(const text::Record& record) {
  const auto code = codec::key_code(record);
  if (!code) return code.problem();
  const auto before = directory_.area(*code);
  auto entry = codec::read_area(record, before ? &*before : nullptr);
  if (!entry) return entry.problem();
  Applied applied;
  auto placed = domain::placed(std::move(*entry), areas_, office_->policy().office.levels,
                               office_->today(), applied.warnings);
  if (!placed) return placed.problem();
  if (before == *placed) applied.warnings.clear();
  const store::Change change = directory_.put(*placed);
  if (change != store::Change::same) areas_.put(*directory_.area_history(placed->code));
  return finish(std::move(applied), change, codec::write_area(*placed));
}

Result<Applied> Registrar::add_org(const text::Record& record) {
  const auto code = codec::key_code(record);
  if (!code) return code.problem();
  const auto before = directory_.org(*code);
  const auto entry = codec::read_org(record, before ? &*before : nullptr);
  if (!entry) return entry.problem();
  Applied applied;
  if (Status s = domain::check_org(*entry, areas_, applied.warnings); !s) return s.problem();
  const store::Change change = directory_.put(*entry);
  if (change == store::Change::added) orgs_.push_back(entry->code);
  return finish(std::move(applied), change, codec::write_org(*entry));
}

Result<Applied> Registrar::add_staff(const text::Record& record) {
  const auto key = codec::staff_key(record);
  if (!key) return key.problem();
  const auto before = directory_.post(*key);
  const auto entry = codec::read_staff(record, before ? &*before : nullptr);
  if (!entry) return entry.problem();
  if (Status s = domain::check_staff(*entry, areas_, orgs_); !s) return s.problem();
  if (Status s = domain::check_admins(*entry, directory_.staff(), office_->today()); !s) {
    return s.problem();
  }
  return finish(Applied{}, directory_.put(*entry), codec::write_staff(*entry));
}

}  // namespace grid::tool
