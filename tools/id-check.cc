// id-check: are these identity numbers, codes and telephones valid?
#include <grid/codec/id_record.h>
#include <grid/domain/id_check.h>
#include <grid/tool/answers.h>
#include <grid/tool/personal.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

namespace {

// The day that bounds birth dates: China's, whatever the machine's time zone.
Date today(const Session& session) {
  constexpr UtcOffset china{480};
  return date_of(to_local(session.now(), china));
}

class Checker {
 public:
  Checker(Session& session, std::string kind)
      : session_(session),
        answers_(session),
        kind_(std::move(kind)),
        today_(today(session)),
        show_(session.reveal() ? codec::ShowNormal::yes : codec::ShowNormal::no) {}

  int run(const std::vector<std::string>& files) {
    session_.output().set_columns(codec::id_columns(show_));
    // Unmasked numbers leave only after the access was logged, and not without a database.
    if (session_.reveal()) {
      (void)session_.open(sql::Access::read);
      answers_.hold();
    }
    const int status = answers_.run(files, [this](const InputLine& line) { return answer(line); });
    const bool answered = status == exit_ok || status == exit_refused;
    if (session_.reveal() && answered) {
      session_.access().noun = "id";
      session_.access().fields = "normal";
      read_personal(session_, [](sql::Database&) {});
    }
    return status == exit_ok && invalid_ ? static_cast<int>(exit_negative) : status;
  }

 private:
  Result<text::Record> answer(const InputLine& line) {
    const auto question = ask(line);
    if (!question) return question.problem();
    const auto checked = domain::check_identifier(question->kind, question->value, today_);
    invalid_ = invalid_ || !checked.valid;
    return codec::write_id(checked, line.number, show_);
  }

  Result<codec::IdQuestion> ask(const InputLine& line) {
    const size_t first = line.text.find_first_not_of(" \t");
    const bool json = first != line.text.npos && line.text[first] == '{';
    if (!json) return codec::IdQuestion{kind_, line.text};
    const auto record = answers_.parse(line);
    if (!record) return record.problem();
    return codec::read_id_question(*record, kind_);
  }

  Session& session_;
  Answers answers_;
  std::string kind_;
  Date today_;
  codec::ShowNormal show_;
  bool invalid_ = false;
};

Status check_kind(const std::string& kind) {
  if (kind.empty()) return Done{};
  const auto asked = domain::check_identifier(kind, "", Date{});
  if (asked.code != "id.kind") return Done{};
  Problem p = problem("usage.value", "--kind", "there is no kind {} of identifier", kind);
  p.near = asked.near;
  return p;
}

}  // namespace

int main(int argc, char** argv) {
  Program program("id-check", "check identity numbers, credit codes and telephones",
                  Uses{.database = false, .batch = true, .personal = true});
  Options& options = program.options();
  std::string kind;
  std::vector<std::string> files;
  options.operands("[FILE]...", files);
  options.value("--kind", "KIND",
                "resident_id, resident_id15, resident_id_strict, hmt_permit, foreign_pr, passport, "
                "none, uscc or phone; otherwise it is found",
                kind);
  options.describe(
      "Reads a value a line, or JSON lines with kind and value. Says which line is valid and why "
      "not; the numbers themselves are shown only with --reveal. Exit status 1: one is invalid.");
  options.example("id-check numbers.txt", "a verdict for each line");
  options.example("id-check --kind uscc --format table codes.txt", "credit codes only, as a table");
  options.example("id-check --reveal '核对换证名单' < numbers.txt",
                  "with their normal forms; the access is logged");
  program.check([&] { return check_kind(kind); });
  return program.run(argc, argv,
                     [&](Session& session) { return Checker(session, kind).run(files); });
}
