#include <grid/tool/batch.h>

namespace grid::tool {

namespace {

// Measured: beyond some thousands a commit, larger groups gain little and lose more when killed.
constexpr size_t group_size = 10000;
constexpr size_t everything = static_cast<size_t>(-1);

}  // namespace

const char* outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::added:
      return "added";
    case Outcome::changed:
      return "changed";
    case Outcome::same:
      return "same";
  }
  return "";
}

void Batch::refuse(const Problem& problem, const Place& place, std::string_view input) {
  ++total_.rejected;
  held_.error(problem, place);
  rejects_->add(problem, place.line, input);
}

void Batch::apply_one(const Result<text::Record>& record, const Place& place,
                      std::string_view input, const Apply& apply) {
  if (!record) return refuse(record.problem(), place, input);
  const auto applied = apply(*record);
  if (!applied) return refuse(applied.problem(), place, input);
  switch (applied->outcome) {
    case Outcome::added:
      ++total_.added;
      break;
    case Outcome::changed:
      ++total_.changed;
      break;
    case Outcome::same:
      ++total_.same;
      break;
  }
  for (const Problem& warning : applied->warnings) held_.warning(warning, place);
  for (const text::Record& out : applied->records) session_.output().record(out);
}

// Commits unless the run is a rehearsal, or all-or-nothing with something refused.
void Batch::in_transaction(const std::function<void()>& work) {
  sql::Transaction change(db_);
  if (before_group_) before_group_();
  work();
  if (after_group_) after_group_();
  const bool spoiled = session_.atomic() && total_.rejected > 0;
  if (spoiled) session_.output().discard();
  if (!spoiled && !session_.dry_run()) change.commit();
}

void Batch::print() {
  rejects_->flush();
  held_.release(session_.messages());
  session_.output().flush();
}

// A line of --rejects that was mended comes back as it was written: its input is what counts.
Result<text::Record> Batch::parse(std::string_view line) {
  auto record = reader_.parse(line);
  if (!record || record->text("type") != "reject" || record->find("input") == nullptr) {
    return record;
  }
  return reader_.parse(record->text("input"));
}

void Batch::apply_group(const std::vector<InputLine>& lines, const LineSource& source,
                        const Apply& apply) {
  std::vector<Result<text::Record>> records;
  records.reserve(lines.size());
  for (const InputLine& line : lines) {
    records.push_back(line.problem ? Result<text::Record>(*line.problem) : parse(line.text));
  }
  in_transaction([&] {
    for (size_t i = 0; i < lines.size(); ++i) {
      const Place place{source.name(lines[i].file), lines[i].number, 0};
      apply_one(records[i], place, lines[i].text, apply);
    }
  });
}

int Batch::run(const std::vector<std::string>& files, const Apply& apply) {
  LineSource source(files);
  if (Status apart = rejects_apart(session_.rejects(), files); !apart) {
    session_.messages().error(apart.problem());
    return exit_usage;
  }
  rejects_ = std::make_unique<Rejects>(session_.rejects());
  const double started = steady_seconds();
  const size_t most = session_.one_transaction() ? everything : group_size;
  for (;;) {
    std::vector<InputLine> lines = source.next_group(most);
    // One transaction for all: gather the groups of a slow producer, holding no lock.
    while (session_.one_transaction()) {
      std::vector<InputLine> more = source.next_group(most);
      if (more.empty()) break;
      lines.insert(lines.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
    }
    if (lines.empty()) break;
    apply_group(lines, source, apply);
    print();
    session_.messages().progress(total_.read(), steady_seconds() - started);
  }
  return finish();
}

int Batch::run_records(const std::vector<text::Record>& records, const Apply& apply) {
  return run_found([&] { return records; }, apply);
}

int Batch::run_found(const std::function<std::vector<text::Record>()>& find, const Apply& apply) {
  rejects_ = std::make_unique<Rejects>(session_.rejects());
  in_transaction([&] {
    for (const text::Record& record : find()) {
      apply_one(record, Place{"", 0, 0, record.text("no")}, "", apply);
    }
  });
  print();
  return finish();
}

int Batch::finish() {
  // All or none: with one bad record, none went in.
  if (session_.atomic() && total_.rejected > 0) total_ = Summary{0, 0, 0, total_.read()};
  session_.messages().summary(total_);
  if (total_.rejected == 0) return exit_ok;
  return session_.atomic() ? exit_bad_data : exit_refused;
}

}  // namespace grid::tool
