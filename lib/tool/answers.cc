#include <grid/tool/answers.h>

namespace grid::tool {

namespace {

constexpr size_t group_size = 10000;

}  // namespace

void Answers::take(const InputLine& line, const std::string& file, const Answer& answer,
                   Rejects& rejects) {
  const Result<text::Record> answered =
      line.problem ? Result<text::Record>(*line.problem) : answer(line);
  if (answered) {
    ++total_.same;
    session_.output().record(*answered);
    return;
  }
  ++total_.rejected;
  session_.messages().error(answered.problem(), Place{file, line.number, 0});
  rejects.add(answered.problem(), line.number, line.text);
}

int Answers::run(const std::vector<std::string>& files, const Answer& answer) {
  LineSource source(files);
  if (Status apart = rejects_apart(session_.rejects(), files); !apart) {
    session_.messages().error(apart.problem());
    return exit_usage;
  }
  Rejects rejects(session_.rejects());
  const bool at_once = !held_ && !session_.atomic();
  for (auto lines = source.next_group(group_size); !lines.empty();
       lines = source.next_group(group_size)) {
    for (const InputLine& line : lines) take(line, source.name(line.file), answer, rejects);
    rejects.flush();
    if (at_once) session_.output().flush();
    // Nobody reads on: nothing that is still to come can be told to anybody.
    if (session_.output().closed()) break;
  }
  return finish();
}

int Answers::finish() {
  const bool refused = total_.rejected > 0;
  if (session_.atomic() && refused) {
    session_.output().discard();
    total_ = Summary{0, 0, 0, total_.read()};
  }
  if (!held_) session_.output().flush();
  session_.messages().summary(total_);
  if (!refused) return exit_ok;
  return session_.atomic() ? exit_bad_data : exit_refused;
}

}  // namespace grid::tool
