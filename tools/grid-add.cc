// grid-add: adds or changes areas, staff and organisations.
#include <grid/base/nearest.h>
#include <grid/codec/directory.h>
#include <grid/tool/batch.h>
#include <grid/tool/field_options.h>
#include <grid/tool/program.h>
#include <grid/tool/registrar.h>

#include <algorithm>
#include <array>

using namespace grid;
using namespace grid::tool;

namespace {

const std::array<std::string, 3> nouns{"area", "staff", "org"};

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
