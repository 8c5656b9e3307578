// grid-add: adds or changes areas, staff and organisations.
#include <grid/base/nearest.h>
#include <grid/codec/directory.h>
#include <grid/tool/batch.h>
#include <grid/tool/field_options.h>
#include <grid/tool/office.h>
#include <grid/tool/program.h>

#include <algorithm>
#include <array>

using namespace grid;
using namespace grid::tool;

namespace {

const std::array<std::string, 3> nouns{"area", "staff", "org"};

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

// Takes records into the directory, one by one.
class Registrar {
 public:
  Registrar(sql::Database& db, Session& session, std::string noun)
      : directory_(db), db_(db), session_(session), noun_(std::move(noun)) {}

  void refresh() {
    office_ = std::make_unique<Office>(db_, session_.now());
    areas_ = office_->areas();
    orgs_ = directory_.org_codes();
    require_role(require_actor(session_, db_, office_->today()),
                 {domain::Role::leader, domain::Role::clerk});
  }

  Result<Applied> add(const text::Record& record) {
    const std::string type = record.find("type") != nullptr ? record.text("type") : noun_;
    if (type == "area") return add_area(record);
    if (type == "org") return add_org(record);
    if (type == "staff") return add_staff(record);
    Problem p = type.empty()
                    ? problem("field.required", "type", "type is missing: area, staff or org")
                    : problem("record.type", "type", "grid-add takes no records of type {}", type);
    return p;
  }

 private:
  Result<Applied> add_area(const text::Record& record) {
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
    if (change != store::Change::same) areas_ = directory_.area_tree();
    return finish(std::move(applied), change, codec::write_area(*placed));
  }

  Result<Applied> add_org(const text::Record& record) {
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

  Result<Applied> add_staff(const text::Record& record) {
    const auto key = codec::staff_key(record);
    if (!key) return key.problem();
    const auto before = directory_.post(*key);
    const auto entry = codec::read_staff(record, before ? &*before : nullptr);
    if (!entry) return entry.problem();
    if (Status s = domain::check_staff(*entry, areas_, orgs_); !s) return s.problem();
    return finish(Applied{}, directory_.put(*entry), codec::write_staff(*entry));
  }

  static Result<Applied> finish(Applied applied, store::Change change, text::Record record) {
    applied.outcome = outcome_of(change);
    record.add("outcome", std::string(outcome_name(applied.outcome)));
    applied.records.push_back(std::move(record));
    return applied;
  }

  store::DirectoryStore directory_;
  sql::Database& db_;
  Session& session_;
  std::string noun_;
  std::unique_ptr<Office> office_;
  domain::AreaTree areas_;
  std::vector<std::string> orgs_;
};

codec::Columns columns_of(const std::string& noun) {
  if (noun == "org") return codec::org_columns();
  if (noun == "staff") return codec::staff_columns();
  return codec::area_columns();
}

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-add", "add or change areas, staff and organisations",
                  Uses{.database = true, .writes = true, .batch = true});
  Options& options = program.options();
  std::vector<std::string> names;
  for (const auto& some : {codec::area_fields(), codec::org_fields(), codec::staff_fields()}) {
    names.insert(names.end(), some.begin(), some.end());
  }
  FieldOptions fields(options, names);
  std::vector<std::string> operands;
  options.operands("[area|staff|org] [FILE]...", operands);
  options.describe("With fields as options it takes one record; otherwise JSON lines.");
  options.example("grid-add area --code 330782002 --name 江东街道 --kind street", "one area");
  options.example("grid-add staff --login wang --name 王芳 --role worker --area 330782002005003",
                  "one assignment");
  options.example("grid-add office.jsonl", "what grid-list printed");
  return program.run(argc, argv, [&](Session& session) {
    std::string noun;
    if (!operands.empty() && std::count(nouns.begin(), nouns.end(), operands.front()) > 0) {
      noun = operands.front();
      operands.erase(operands.begin());
    }
    const bool single = fields.given();
    if (single && (noun.empty() || !operands.empty())) {
      session.messages().error(
          problem("usage.operand", "", "with fields as options, name one of area, staff, org"));
      return static_cast<int>(exit_usage);
    }
    session.output().set_columns(columns_of(noun));
    sql::Database db = session.open(sql::Access::write);
    Registrar registrar(db, session, noun);
    Batch batch(session, db);
    batch.before_group([&] { registrar.refresh(); });
    const Apply apply = [&](const text::Record& r) { return registrar.add(r); };
    return single ? batch.run_records({fields.record()}, apply) : batch.run(operands, apply);
  });
}
