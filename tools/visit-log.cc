// visit-log: records home visits (走访) and patrols (巡查).
#include <grid/tool/program.h>
#include <grid/tool/visit_desk.h>

using namespace grid;
using namespace grid::tool;

namespace {

// What the options say: what was visited, and the rest for all records.
struct Given {
  std::string community, household, case_no, area;
  std::string kind, staff, result, lon, lat, source, source_ref;
  bool target() const { return !(household.empty() && case_no.empty() && area.empty()); }
};

void declare(Options& options, Given& given) {
  options.value("--community", "CODE", "the community that numbers the household", given.community);
  options.value("--household", "NO", "the household that was visited", given.household);
  options.value("--case", "NO", "the case that it was about", given.case_no);
  options.value("--area", "CODE", "the area that was patrolled", given.area);
  options
      .value("--kind", "KIND", "home or patrol; the default is home with a household", given.kind)
      .choices = domain::codes<domain::VisitKind>();
  options.value("--staff", "LOGIN", "who it was; the default is who records it", given.staff);
  options.value("--result", "TEXT", "what came of it", given.result);
  options.value("--lon", "DEGREES", "where: longitude", given.lon);
  options.value("--lat", "DEGREES", "where: latitude", given.lat);
  options.value("--source", "NAME", "the system it comes from", given.source);
  options.value("--source-ref", "KEY", "its key there", given.source_ref);
  options.describe(
      "With a household, case or area as options it records one visit; otherwise JSON lines: "
      "visits, or what a list prints, of which only the key is taken.");
  options.example("visit-log --community 330782002005 --household 0001 --result 正常",
                  "a home visit, now");
  options.example("household-list --area 330782002005003 | visit-log --at 2026-11-20T09:30",
                  "a whole grid, entered later");
  options.example("visit-log --area 330782002005003 --result 消防通道畅通", "a patrol");
}

// As the record of one visit would say it.
text::Record target_of(const Given& given) {
  return text::Record()
      .add_if("community", given.community)
      .add_if("household", given.household)
      .add_if("case", given.case_no)
      .add_if("area", given.area);
}

// For all records: read once in the words of a record, so that they are refused alike.
Result<codec::ToldVisit> defaults_of(const Given& given) {
  const text::Record record = text::Record()
                                  .add("area", "-")
                                  .add_if("kind", given.kind)
                                  .add_if("staff", given.staff)
                                  .add_if("result", given.result)
                                  .add_if("lon", given.lon)
                                  .add_if("lat", given.lat)
                                  .add_if("source", given.source)
                                  .add_if("source_ref", given.source_ref);
  return codec::read_visit(record, {}, UtcOffset{});
}

Status check_given(const Given& given, const std::vector<std::string>& files) {
  if (given.target() && !files.empty()) {
    return problem("usage.operand", "", "give the fields as options, or files, not both");
  }
  if (!given.target() && !given.source_ref.empty()) {
    return problem("usage.value", "--source-ref", "--source-ref is of one visit: name it");
  }
  if (given.household.empty() != given.community.empty()) {
    return problem("usage.value", "--household", "--community and --household go together");
  }
  if (const auto defaults = defaults_of(given); !defaults) return defaults.problem();
  return Done{};
}

}  // namespace

int main(int argc, char** argv) {
  Program program("visit-log", "record home visits and patrols",
                  Uses{.database = true, .writes = true, .batch = true, .happens = true});
  Given given;
  std::vector<std::string> files;
  program.options().operands("[FILE]...", files);
  declare(program.options(), given);
  program.check([&] { return check_given(given, files); });
  return program.run(argc, argv, [&](Session& session) {
    const codec::ToldVisit defaults = *defaults_of(given);
    session.output().set_columns(codec::visit_columns());
    sql::Database db = session.open(sql::Access::write);
    VisitDesk desk(session, db);
    Batch batch(session, db);
    batch.before_group([&] { desk.refresh(); });
    const Apply apply = [&](const text::Record& record) { return desk.log(record, defaults); };
    return given.target() ? batch.run_records({target_of(given)}, apply) : batch.run(files, apply);
  });
}
