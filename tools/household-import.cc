// household-import: registers of households and people from CSV, workbooks or JSON lines.
#include <grid/codec/register_report.h>
#include <grid/domain/personal_text.h>
#include <grid/tool/batch_desk.h>
#include <grid/tool/program.h>
#include <grid/tool/register_explain.h>
#include <grid/tool/register_reading.h>
#include <grid/tool/register_run.h>
#include <grid/tool/source.h>

using namespace grid;
using namespace grid::tool;

namespace {

// What is asked of the batches on file, instead of an import.
struct Batches {
  std::optional<int64_t> undo;
  std::string reason;  // of the undoing
  bool show = false;

  void declare(Options& options) {
    options.flag("--batches", "list what was imported, moved and undone; or show batch N …", show);
    options.value("--undo", "BATCH", "take this batch back", undo);
    options.value("--reason", "TEXT", "why it is taken back", reason);
  }
  Status check(const std::vector<std::string>& operands) const {
    if (!undo && !reason.empty()) {
      return problem("usage.value", "--reason", "--reason goes with --undo");
    }
    if (Status s = domain::check_reason(reason); !s) {
      return s.problem();
    }
    if (undo && (show || !operands.empty())) {
      return problem("usage.value", "--undo", "--undo takes one batch and no file");
    }
    return Done{};
  }
};

}  // namespace

int main(int argc, char** argv) {
  Program program("household-import", "import registers of households and people",
                  Uses{.database = true, .writes = true, .batch = true});
  Options& options = program.options();
  RegisterReading reading;
  Batches batches;
  bool explain = false, full = false;
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
  options.flag("--full", "the whole register: who is missing is presumed gone", full);
  batches.declare(options);
  options.example("household-import register.xlsx --explain", "what each column is taken for");
  options.example("household-import register.csv --rejects refused.csv", "what is wrong, to mend");
  options.example("household-import refused.csv --rejects still.csv", "the mended rows");
  program.check([&]() -> Status {
    if (!max_rejects.empty()) {
      auto parsed = parse_max_rejects(max_rejects);
      if (!parsed) return parsed.problem();
      most = *parsed;
    }
    if (Status s = batches.check(files); !s) return s;
    return reading.check();
  });
  return program.run(argc, argv, [&](Session& session) {
    if (batches.show) return BatchDesk(session).show(files);
    if (batches.undo) return BatchDesk(session).undo(*batches.undo, batches.reason);
    if (files.empty()) files.emplace_back("-");
    RegisterOptions chosen = reading.options(session);
    chosen.max_rejects = most;
    chosen.full = full;
    // Opens them all, so that a missing one is noticed before anything is done.
    const LineSource inputs(files);
    if (explain) return RegisterExplain(session, std::move(chosen)).run(files);
    session.output().set_columns(codec::import_columns());
    sql::Database db = session.open(sql::Access::write);
    return RegisterRun(session, db, std::move(chosen)).run(files);
  });
}
