// case-show: a case and its events.
#include <grid/codec/ledger.h>
#include <grid/store/case_reader.h>
#include <grid/tool/case_numbers.h>
#include <grid/tool/case_view.h>
#include <grid/tool/office.h>
#include <grid/tool/office_view.h>
#include <grid/tool/personal.h>
#include <grid/tool/program.h>

using namespace grid;
using namespace grid::tool;

namespace {

// A table or a part of the CSV begins where the columns change.
void print_ledger(Output& output, const domain::Ledger& ledger, codec::LedgerView view) {
  const bool csv = output.format() == Format::csv;
  view.people = output.format() == Format::table;
  for (const domain::ClockLedger& clock : ledger.clocks) {
    if (!csv) {
      output.set_columns(codec::clock_columns());
      output.record(codec::write_clock(clock, view));
    }
    output.set_columns(view.people ? codec::span_table_columns() : codec::span_columns());
    for (const domain::LedgerSpan& span : clock.spans) {
      output.record(codec::write_span(span, clock, view));
    }
  }
  if (csv) return;
  output.set_columns(codec::charge_columns());
  for (const domain::Charge& charge : ledger.charges) {
    output.record(codec::write_charge(charge, view));
  }
}

// How many of the cases named there are not.
int show(sql::Database& db, Session& session, const std::vector<text::Record>& wanted,
         bool explain) {
  const OfficeView office(db, session.now());
  CaseSight sight(session, db, office);
  std::optional<Office> rules;  // only an explanation asks them
  if (explain) rules.emplace(db, session.now());
  store::CaseReader cases(db);
  int missing = 0;
  for (const text::Record& record : wanted) {
    const std::string no = record.text("no");
    const auto matter = cases.find(no);
    if (!matter) {
      session.messages().error(problem("case.unknown", "no", "there is no case {}", no));
      ++missing;
      continue;
    }
    const auto view = sight.named(*matter);
    if (!view) {
      session.messages().error(view.problem());
      ++missing;
      continue;
    }
    if (session.output().format() != Format::csv) {
      set_case_columns(session.output());
      session.output().record(codec::write_case(*matter, *view));
      session.output().set_columns(codec::whistle_columns());
      for (const domain::Whistle& whistle : matter->whistles) {
        session.output().record(codec::write_whistle(*matter, whistle, office.offset()));
      }
    }
    const std::vector<domain::Event> events = cases.events(no);
    // A CSV has one heading: it holds the events, or the spans of the clocks.
    if (!explain || session.output().format() != Format::csv) {
      session.output().set_columns(codec::event_columns());
      for (const domain::Event& event : events) {
        session.output().record(codec::write_event(event, office.offset()));
      }
    }
    if (!rules) continue;
    print_ledger(session.output(), domain::ledger_of(events, rules->rules(), session.now()),
                 {no, office.offset()});
  }
  return missing;
}

}  // namespace

int main(int argc, char** argv) {
  Program program("case-show", "show cases with everything that happened to them",
                  Uses{.database = true, .personal = true});
  std::vector<std::string> numbers;
  bool explain = false;
  program.options().operands("[NO]...", numbers);
  program.options().flag("--explain", "how each deadline came about, span by span", explain);
  program.options().describe("Without numbers it reads JSON lines with the field `no`.");
  program.options().example("case-list --overdue | case-show", "all that is late, with its events");
  program.options().example("case-show 330782002-20261121-0001 --explain --format table",
                            "why it is due when it is, and who had it how long");
  program.options().example("case-show 330782002-20261121-0001 --reveal 回访",
                            "with the reporter's name and telephone; logged");
  return program.run(argc, argv, [&](Session& session) {
    const std::vector<text::Record> wanted = case_numbers(session, numbers);
    int missing = 0;
    read_personal(session,
                  [&](sql::Database& db) { missing = show(db, session, wanted, explain); });
    return missing == 0 ? exit_ok : exit_refused;
  });
}
