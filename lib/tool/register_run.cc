#include <fmt/format.h>
#include <grid/codec/household.h>
#include <grid/domain/register_places.h>
#include <grid/store/digest.h>
#include <grid/store/office_store.h>
#include <grid/text/json_writer.h>
#include <grid/tool/checked_rows.h>
#include <grid/tool/clock.h>
#include <grid/tool/personal.h>
#include <grid/tool/register_run.h>
#include <grid/tool/source.h>

#include <algorithm>
#include <charconv>

namespace grid::tool {

using domain::RegisterBatch;

Place place_of(const std::string& file, const domain::RowPlace& row) {
  return {row.sheet.empty() ? file : fmt::format("{}[{}]", file, row.sheet), row.line, row.row};
}

std::string RegisterOptions::label() const {
  std::string label;
  const auto add = [&label](const char* option, const std::string& value) {
    if (!value.empty()) label += fmt::format("\n{}={}", option, value);
  };
  add("area", area);
  if (full) add("full", "1");
  if (relation_codes != domain::RelationCodes::unset) {
    add("relation_codes", std::to_string(static_cast<int>(relation_codes)));
  }
  if (source.encoding) add("encoding", std::string(text::encoding_name(*source.encoding)));
  if (source.delimiter) add("delimiter", *source.delimiter);
  if (source.header_row) add("header_row", std::to_string(*source.header_row));
  if (source.sheet) add("sheet", *source.sheet);
  add("source", name);
  add("profile", profile_text);
  return label;
}

Result<MaxRejects> parse_max_rejects(const std::string& text) {
  const bool share = text.ends_with('%');
  const std::string_view digits(text.data(), text.size() - (share ? 1 : 0));
  int64_t value = -1;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (fault != std::errc{} || end != digits.data() + digits.size() || value < 0 ||
      (share && value > 100)) {
    return problem("usage.value", "--max-rejects",
                   "--max-rejects takes a number of rows, or a share such as 5%");
  }
  MaxRejects most;
  (share ? most.percent : most.rows) = value;
  return most;
}

bool MaxRejects::allows(const RegisterBatch& batch) const {
  if (rows && batch.rejected > *rows) return false;
  return !percent || batch.rejected * 100 <= batch.read * *percent;
}

struct RegisterRun::Work {
  const Loaded& loaded;
  RegisterBatch batch;
  domain::RegisterImport& import;
  store::ImportStore& book;
  RegisterGone& gone;
  PersonalScope scope;
};

namespace {

std::string base_name(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

void count(RegisterBatch& batch, domain::Outcome outcome) {
  switch (outcome) {
    case domain::Outcome::added:
      ++batch.added;
      break;
    case domain::Outcome::changed:
      ++batch.changed;
      break;
    case domain::Outcome::same:
      ++batch.same;
      break;
  }
}

// Whoever imports changes what lies in the own area, nothing else.
bool within(const PersonalScope& scope, const domain::RegisterEntry& entry,
            store::ImportStore& book) {
  if (scope.sees_all_of("")) return true;
  if (entry.household) {
    const auto known = book.find_household(entry.household->community, entry.household->no);
    const std::string area = known ? known->household.area : std::string();
    if (!area.empty() && !scope.sees(entry.household->community, area)) return false;
  }
  if (entry.person) return scope.sees(entry.residence.community, entry.residence.area);
  return scope.sees(entry.household->community, entry.household->area);
}

// Nothing of the erased is kept by which their rows could be known again.
Problem brings_back(int64_t erased) {
  Problem p = problem("register.erased_since", "",
                      "{} people were erased since this file was imported; it may bring them "
                      "back",
                      erased);
  p.hint = message_id("erase them again with grid-erase, and delete those rows, or the file");
  return p;
}

Problem too_many(const RegisterBatch& batch) {
  Problem p = problem("import.too_many_rejects", "",
                      "{} of {} rows were refused: nothing of this file was taken", batch.rejected,
                      batch.read);
  p.hint = message_id("mend them, or let more of them pass with --max-rejects");
  return p;
}

}  // namespace

std::optional<RegisterRun::Loaded> RegisterRun::load(const std::string& name) {
  std::string bytes = read_whole(name);
  const size_t size = bytes.size();
  // As many rows, nearly; a workbook does not tell.
  const int64_t lines = bytes.starts_with("PK") ? 0 : std::ranges::count(bytes, '\n');
  store::Sm3 sum;
  sum.begin();
  sum.add(bytes);
  sum.add(options_.label());
  sql::Blob digest = sum.finish();
  auto file = codec::RegisterFile::open(std::move(bytes), options_.source);
  if (!file) {
    session_.messages().error(file.problem(), Place{name, 0, 0});
    return std::nullopt;
  }
  return Loaded{name, std::move(*file), std::move(digest), size, lines};
}

void RegisterRun::warn(const Problem& problem, const Place& place, RegisterBatch& batch) {
  ++batch.warned;
  ++batch.warnings[problem.code];
  held_.warning(problem, place);
}

void RegisterRun::refuse(codec::RegisterRow& row, Work& work) {
  ++work.batch.rejected;
  ++work.batch.refusals[row.problem->code];
  held_.error(*row.problem, place_of(work.loaded.name, {row.line, row.row, row.sheet}));
  if (!rejects_->wanted()) return;
  if (work.loaded.file.form().json) {
    rejects_->add(*row.problem, row.line, row.input);
  } else {
    rejects_->add_bytes(table_.write(row, translated(*row.problem)));
  }
}

void RegisterRun::take_rows(const Loaded& loaded, codec::RegisterChecker& checker, Work& work) {
  const double started = steady_seconds();
  CheckedRows rows(loaded.file, checker, rejects_->wanted());
  std::vector<const domain::RegisterEntry*> entries;
  for (auto set = rows.next(); !set.empty(); set = rows.next()) {
    entries.clear();
    for (const CheckedRow& checked : set) {
      if (checked.row.entry) entries.push_back(&*checked.row.entry);
    }
    work.import.expect(entries);
    for (CheckedRow& checked : set) take_row(checked.row, work);
    session_.messages().progress(work.batch.read, steady_seconds() - started, loaded.lines);
  }
  work.batch.skipped = rows.skipped();
}

// A row about which a person must decide is kept for that.
void RegisterRun::keep_candidate(const codec::RegisterRow& row, Work& work) {
  const domain::RegisterEntry& entry = *row.entry;
  std::string record;
  text::write_json(codec::write_person(*entry.person, entry.residence, {}), record);
  work.book.keep_candidate(entry, row.problem->code, record, work.import.likely());
}

void RegisterRun::take_row(codec::RegisterRow& row, Work& work) {
  RegisterBatch& batch = work.batch;
  ++batch.read;
  if (row.entry && !within(work.scope, *row.entry, work.book)) row.problem = beyond_scope();
  if (row.entry && !row.problem) {
    work.gone.row(*row.entry);
    auto outcome = work.import.take(*row.entry, {row.line, row.row, row.sheet}, row.notes);
    if (outcome) {
      count(batch, *outcome);
    } else {
      row.problem = outcome.problem();
      if (!work.import.likely().empty()) keep_candidate(row, work);
      // Whom the row may mean is not missing.
      for (const int64_t person : work.import.likely()) work.gone.named()->add(person);
    }
  }
  if (row.problem) return refuse(row, work);
  for (const char* repair : row.notes.repairs) {
    ++batch.repaired;
    ++batch.repairs[repair];
  }
  const Place place = place_of(work.loaded.name, {row.line, row.row, row.sheet});
  for (const Problem& warning : row.notes.warnings) warn(warning, place, batch);
}

void RegisterRun::close_batch(Work& work) {
  RegisterBatch& batch = work.batch;
  const domain::RegisterClosing closing = work.import.finish();
  batch.same -= closing.same_became_changed;
  batch.changed += closing.same_became_changed;
  batch.households = closing.households;
  batch.persons = closing.persons;
  for (const auto& warning : closing.warnings) {
    warn(warning.problem, place_of(work.loaded.name, warning.place), batch);
  }
}

// What is known of the file before its rows are taken.
RegisterBatch RegisterRun::describe(const Loaded& loaded) const {
  RegisterBatch batch;
  const codec::RegisterForm& form = loaded.file.form();
  batch.file = options_.name.empty() ? base_name(loaded.name) : options_.name;
  batch.encoding = form.encoding;
  batch.delimiter = form.delimiter;
  batch.sheet = form.sheet;
  batch.header_row = form.header_row;
  batch.whole = options_.full;
  batch.unknown_headings = form.unknown_headings;
  return batch;
}

// A file that was imported before, where nothing was refused and nothing has changed since, has
// nothing to say.
bool RegisterRun::answer_known(const Loaded& loaded, store::ImportStore& book, int64_t known) {
  std::optional<RegisterBatch> before = book.untouched(known);
  if (!before) return false;
  RegisterBatch batch = describe(loaded);
  before->file = std::move(batch.file);
  before->encoding = std::move(batch.encoding);
  before->delimiter = std::move(batch.delimiter);
  before->sheet = std::move(batch.sheet);
  before->header_row = batch.header_row;
  before->unknown_headings = std::move(batch.unknown_headings);
  tell(*before);
  return true;
}

void RegisterRun::tell(const RegisterBatch& batch) {
  total_ += Summary{batch.added, batch.changed, batch.same, batch.rejected};
  session_.output().record(codec::write_import(batch));
}

void RegisterRun::take_file(const Loaded& loaded, Office& office) {
  domain::RegisterPlaces places(office.areas(), office.today(), options_.area);
  if (Status s = places.check(); !s) throw Failure(FailureKind::no_input, s.problem());
  store::ImportStore book(db_, office.areas(), office.today());
  const auto known = book.batch_of(loaded.digest);
  // As a complete register it says something about those whom it misses, too.
  if (known && !options_.full && answer_known(loaded, book, known->batch)) return;
  RegisterGone gone(db_, office, options_.full, options_.area);
  domain::RegisterImport import(book, {office.today(), known.has_value(), office.policy().registers,
                                       gone.named(), known ? known->people_below : 0});
  Work work{loaded, describe(loaded),
            import, book,
            gone,   PersonalScope::of_register(session_, db_, office.areas(), office.today())};
  RegisterBatch& batch = work.batch;
  if (const int64_t erased = known ? book.erased_since(loaded.digest) : 0; erased > 0) {
    warn(brings_back(erased), Place{loaded.name, 0, 0}, batch);
  }
  const std::string uid = store::OfficeStore(db_).office().uid;
  batch.id = book.begin(batch, loaded.digest,
                        {session_.now(), session_.login(), session_.system_login(), uid});
  codec::RegisterChecker checker(places, {office.today(), options_.relation_codes, options_.name});
  take_rows(loaded, checker, work);
  close_batch(work);
  // A file that was imported before changes nothing, and an export saw nobody again; of an empty
  // register nobody is missing.
  const bool news = !known && (options_.full || !loaded.file.form().exported);
  if (news && !book.was_empty()) {
    if (Status s = gone.close(batch, book.first_person()); !s) refuse_file(loaded, s.problem());
  }
  book.finish(batch);
  if (known && batch.added + batch.changed == 0 && book.forget(batch.id)) batch.id = known->batch;
  tell(batch);
  if (!options_.max_rejects.allows(batch)) refuse_file(loaded, too_many(batch));
}

// So many rows are wrong that the others are not taken either.
void RegisterRun::refuse_file(const Loaded& loaded, Problem problem) {
  held_.error(std::move(problem), Place{loaded.name, 0, 0});
  spoiled_ = true;
}

// One transaction for these files; false where nothing of them may stay.
bool RegisterRun::commit(const std::vector<Loaded>& files) {
  sql::Transaction change(db_);
  Office office(db_, session_.now());
  require_role(require_actor(session_, db_, office.today()),
               {domain::Role::head, domain::Role::worker, domain::Role::clerk});
  const Summary before = total_;
  spoiled_ = false;
  for (const Loaded& file : files) take_file(file, office);
  const bool spoiled = spoiled_ || (session_.atomic() && total_.rejected > 0);
  if (spoiled) session_.output().discard();
  if (spoiled_) {
    total_ = before + Summary{0, 0, 0, total_.read() - before.read()};
    refused_files_ = true;
  }
  if (!spoiled && !session_.dry_run()) change.commit();
  return !spoiled;
}

void RegisterRun::print() {
  rejects_->flush();
  held_.release(session_.messages());
  session_.output().flush();
}

int RegisterRun::run(const std::vector<std::string>& files) {
  if (Status apart = rejects_apart(session_.rejects(), files); !apart) {
    session_.messages().error(apart.problem());
    return exit_usage;
  }
  rejects_ = std::make_unique<Rejects>(session_.rejects());
  std::vector<Loaded> all;
  bool unreadable = false;
  for (const std::string& name : files) {
    std::optional<Loaded> loaded = load(name);
    unreadable |= !loaded;
    if (!loaded) continue;
    all.push_back(std::move(*loaded));
    if (session_.one_transaction()) continue;
    commit(all);
    print();
    all.clear();
  }
  if (session_.one_transaction() && !(session_.atomic() && unreadable)) {
    commit(all);
    print();
  }
  return finish(unreadable);
}

int RegisterRun::finish(bool unreadable) {
  const bool spoiled = session_.atomic() && (unreadable || total_.rejected > 0);
  // All or none: with one bad row, none went in.
  if (spoiled) total_ = Summary{0, 0, 0, total_.read()};
  session_.messages().summary(total_);
  if (spoiled || unreadable || refused_files_) return exit_bad_data;
  return total_.rejected == 0 ? exit_ok : exit_refused;
}

}  // namespace grid::tool
