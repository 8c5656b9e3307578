// grid-erase: takes personal data out of the file for good: of people who left the register, and of
// those who reported cases that ended.
#include <grid/codec/erasure.h>
#include <grid/domain/personal_text.h>
#include <grid/tool/eraser.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

namespace {

struct Choice {
  std::vector<std::string> operands;  // the noun, then files
  bool expired = false;
  std::string reason;

  Eraser::Noun noun() const {
    return operands.front() == "people" ? Eraser::Noun::people : Eraser::Noun::reporters;
  }
  std::vector<std::string> files() const { return {operands.begin() + 1, operands.end()}; }
};

Status check_choice(const Choice& choice) {
  if (choice.operands.empty() ||
      (choice.operands.front() != "people" && choice.operands.front() != "reporters")) {
    return problem("usage.operand", "", "name people or reporters");
  }
  if (choice.expired && choice.operands.size() > 1) {
    return problem("usage.operand", "", "--expired reads no files");
  }
  if (choice.reason.empty()) {
    return problem("usage.missing", "--reason", "say with --reason why it is erased");
  }
  if (domain::holds_personal_number(choice.reason)) {
    return problem("erasure.reason", "--reason",
                   "a reason is kept: no number of a person may stand in it");
  }
  return Done{};
}

int erase(Session& session, const Choice& choice) {
  session.output().set_columns(codec::erasure_columns());
  sql::Database db = session.open(sql::Access::write);
  Eraser eraser(session, db, choice.noun(), choice.reason);
  Batch batch(session, db);
  batch.before_group([&] { eraser.begin(); });
  batch.after_group([&] { eraser.end(); });
  const Apply apply = [&](const text::Record& record) { return eraser.apply(record); };
  if (!choice.expired) return batch.run(choice.files(), apply);
  return batch.run_found([&] { return eraser.expired(); }, apply);
}

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-erase", "erase personal data that is no longer kept",
                  Uses{.database = true, .writes = true, .batch = true});
  Options& options = program.options();
  Choice choice;
  options.operands("people|reporters [FILE]...", choice.operands);
  options.flag("--expired", "all that the policy no longer keeps", choice.expired);
  options.value("--reason", "TEXT", "why; kept with the batch", choice.reason);
  options.describe(
      "Erases people who left the register, or who reported cases that ended: the records named, "
      "as JSON lines with the field person or no. By administrators only; it cannot be taken "
      "back.");
  options.example("grid-erase people --expired --reason 超过保存期限 --dry-run",
                  "who would be erased");
  options.example("household-list --expired | grid-erase people --reason 超过保存期限",
                  "those on the list");
  options.example("case-list --expired | grid-erase reporters --reason 超过保存期限",
                  "who reported old cases");
  program.check([&] { return check_choice(choice); });
  return program.run(argc, argv, [&](Session& session) { return erase(session, choice); });
}
