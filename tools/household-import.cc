// household-import: registers of households and people from CSV, workbooks or JSON lines.
#include <grid/codec/register_report.h>
#include <grid/tool/program.h>
#include <grid/tool/register_explain.h>
#include <grid/tool/register_reading.h>
#include <grid/tool/register_run.h>
#include <grid/tool/source.h>

using namespace grid;
using namespace grid::tool;

int main(int argc, char** argv) {
  Program program("household-import", "import registers of households and people",
                  Uses{.database = true, .writes = true, .batch = true});
  Options& options = program.options();
  RegisterReading reading;
  bool explain = false;
  std::string max_rejects;
  MaxRejects most;
  std::vector<std::string> files;
  options.operands("[FILE]...", files);
  options.describe(
      "Reads CSV and XLSX as offices have them, or JSON lines of persons and households. What a "
      "file is, is found out and reported; these options overrule it.");
  reading.declare(options);
  options.value("--max-rejects", "N|P%", "take nothing of a file with more refused rows",
                max_rejects);
  options.flag("--explain", "show how the files are understood, import nothing", explain);
  options.example("household-import register.xlsx --explain", "what each column is taken for");
  options.example("household-import register.csv --rejects refused.csv", "what is wrong, to mend");
  options.example("household-import refused.csv --rejects still.csv", "the mended rows");
  program.check([&]() -> Status {
    if (!max_rejects.empty()) {
      auto parsed = parse_max_rejects(max_rejects);
      if (!parsed) return parsed.problem();
      most = *parsed;
    }
    return reading.check();
  });
  return program.run(argc, argv, [&](Session& session) {
    if (files.empty()) files.emplace_back("-");
    RegisterOptions chosen = reading.options(session);
    chosen.max_rejects = most;
    // Opens them all, so that a missing one is noticed before anything is done.
    const LineSource inputs(files);
    if (explain) return RegisterExplain(session, std::move(chosen)).run(files);
    session.output().set_columns(codec::import_columns());
    sql::Database db = session.open(sql::Access::write);
    return RegisterRun(session, db, std::move(chosen)).run(files);
  });
}
