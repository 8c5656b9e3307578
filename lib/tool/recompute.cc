#include <grid/codec/ledger.h>
#include <grid/domain/replay.h>
#include <grid/tool/ladder_clock.h>
#include <grid/tool/recompute.h>

namespace grid::tool {

Recomputed recompute_cases(Session& session, sql::Database& db, const Office& office,
                           const domain::Override& how, const domain::Actor& actor) {
  Output& output = session.output();
  output.set_columns(codec::deadline_columns());
  codec::LedgerView view{{}, office.offset(), output.format() == Format::table};
  store::CaseStore cases(db);
  cases.set_ladder_clock(ladder_clock(db, office));
  Recomputed sum;
  // The numbers first: what is read must not change under the reader.
  for (const std::string& no : cases.open_numbers()) {
    const auto matter = cases.find(no);
    const std::vector<domain::Event> events = cases.events(no);
    auto event = decide_recompute(*matter, events, office.rules(), how, actor, session.now());
    if (!event) continue;
    const domain::Case after = domain::apply(&*matter, *event, office.rules());
    view.case_no = no;
    for (const domain::ClockMove& move : domain::moves_between(*matter, after)) {
      output.record(codec::write_deadline(move, view));
      ++sum.deadlines;
    }
    cases.append(*matter, after, *event);
    ++sum.cases;
  }
  return sum;
}

}  // namespace grid::tool
