// case-track: what a resident who holds the receipt may see of the case.
#include <grid/codec/track.h>
#include <grid/tool/answers.h>
#include <grid/tool/program.h>
#include <grid/tool/tracker.h>

using namespace grid;
using namespace grid::tool;

namespace {

// A receipt a line, or a record that has one, such as a list of cases.
int answer_lines(Session& session, Tracker& tracker) {
  Answers answers(session);
  return answers.run({}, [&](const InputLine& line) -> Result<text::Record> {
    const size_t first = line.text.find_first_not_of(" \t");
    if (first == line.text.npos || line.text[first] != '{') return tracker.answer(line.text);
    const auto record = answers.parse(line);
    if (!record) return record.problem();
    const auto receipt = codec::read_receipt(*record);
    if (!receipt) return receipt.problem();
    return tracker.answer(*receipt);
  });
}

int answer_named(Session& session, Tracker& tracker, const std::vector<std::string>& receipts) {
  int status = exit_ok;
  for (const std::string& receipt : receipts) {
    const auto record = tracker.answer(receipt);
    if (record) {
      session.output().record(*record);
    } else {
      session.messages().error(record.problem());
      status = session.atomic() ? exit_bad_data : exit_refused;
    }
  }
  if (status == exit_bad_data) session.output().discard();
  session.output().flush();
  return status;
}

}  // namespace

int main(int argc, char** argv) {
  Program program("case-track", "what the holder of a receipt may see of a case",
                  Uses{.database = true, .batch = true});
  std::vector<std::string> receipts;
  program.options().operands("[RECEIPT]...", receipts);
  program.options().describe(
      "State, promise, unit, times and, once it was verified, the answer. Without receipts, or "
      "with -, it reads them from standard input, one a line or in JSON lines.");
  program.options().example("case-track V0RB-7M2K-9C4T-X1EH --format table", "how far is it?");
  program.options().example("case-list --all | case-track", "what all residents would see");
  program.options().example("case-track --lang zh --format table - < receipts.txt",
                            "many at once, in words");
  return program.run(argc, argv, [&](Session& session) {
    session.output().set_columns(session.output().format() == Format::csv
                                     ? codec::track_all_columns()
                                     : codec::track_columns());
    Tracker tracker(session);
    const bool lines = receipts.empty() || (receipts.size() == 1 && receipts.front() == "-");
    return lines ? answer_lines(session, tracker) : answer_named(session, tracker, receipts);
  });
}
