// case-report: files cases (上报).
#include <grid/tool/case_desk.h>
#include <grid/tool/field_options.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

int main(int argc, char** argv) {
  Program program("case-report", "file cases",
                  Uses{.database = true, .writes = true, .batch = true, .happens = true});
  Options& options = program.options();
  // Names and telephones of residents never come as arguments: other users see them.
  FieldOptions fields(options, codec::filed_fields(),
                      {"reporter_name", "reporter_phone", "reported_at", "at"});
  std::vector<std::string> files;
  options.operands("[FILE]...", files);
  options.describe("With fields as options it files one case; otherwise JSON lines.");
  options.example("case-report --title 路灯不亮 --category 0502 --area 330782002005003",
                  "one case");
  options.example("case-report cases.jsonl --rejects refused.jsonl",
                  "many, keeping what is refused");
  options.example("tail -f hotline.jsonl | case-report -q", "as they come");
  program.check([&] { return fields.check(files); });
  return program.run(argc, argv, [&](Session& session) {
    set_filed_columns(session.output());
    sql::Database db = session.open(sql::Access::write);
    CaseDesk desk(session, db);
    Batch batch(session, db);
    batch.before_group([&] { desk.refresh(); });
    const Apply apply = [&](const text::Record& record) { return desk.report(record); };
    return fields.given() ? batch.run_records({fields.record()}, apply) : batch.run(files, apply);
  });
}
