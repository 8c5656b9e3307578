#include <grid/domain/case_number.h>
#include <grid/domain/coverage.h>
#include <grid/domain/replay.h>
#include <grid/store/case_reader.h>
#include <grid/store/ladder_store.h>
#include <grid/store/text_index.h>
#include <grid/store/visit_store.h>
#include <grid/tool/inspector.h>
#include <grid/tool/ladder_clock.h>
#include <grid/tool/register_look.h>

#include <algorithm>
#include <set>

namespace grid::tool {

namespace {

constexpr codec::Column columns[] = {{"code", "Code", "代码"},
                                     {"area", "Area", "区域"},
                                     {"case", "Case", "案件编号"},
                                     {"seq", "Seq", "序号", nullptr, true},
                                     {"message", "Problem", "问题"}};

void note_number(const std::string& no, std::map<std::string, int64_t>& highest) {
  const auto number = domain::number_of_day(no);
  if (!number) return;
  int64_t& last = highest[number->day];
  last = std::max(last, number->sequence);
}

}  // namespace

codec::Columns problem_columns() {
  return columns;
}

Problem chain_problem(const store::ChainBreak& broken) {
  const int64_t event = broken.event;
  switch (broken.fault) {
    case store::ChainFault::altered:
      return problem("event.altered", "", "event {} is not what was recorded", event);
    case store::ChainFault::missing:
      return problem("event.missing", "", "an event was removed before event {}", event);
    case store::ChainFault::inserted:
      return problem("event.inserted", "", "event {} was put in afterwards", event);
    case store::ChainFault::reordered:
      return problem("event.reordered", "", "event {} stands where it was not recorded", event);
    case store::ChainFault::personal:
      break;
  }
  return problem("event.personal", "", "the personal text of event {} is not what was recorded",
                 event);
}

// A file that is damaged beyond reading is a finding, too, and not the end of the inspection.
void Inspector::inspect() {
  try {
    for (const std::string& line : sql::integrity_problems(db_)) {
      tell(problem("db.integrity", "", "{}", line));
    }
    look_at_content();
  } catch (const Failure& failure) {
    if (failure.kind() != FailureKind::bad_data) throw;
    tell(failure.problem());
  }
}

void Inspector::look_at_content() {
  look_at_chain();
  const Office office(db_, session_.now());
  look_at_cases(office);
  look_at_text_index();
  look_at_ladder(office);
  look_at_policy(office);
  look_at_posts(office);
  look_at_visits(office);
  look_at_register(office);
}

void Inspector::tell(const Problem& problem, const std::string& area, const std::string& no,
                     int64_t seq) {
  // What programs read never changes with the language.
  const bool for_people = session_.output().format() == Format::table;
  session_.output().record(
      text::make_record("problem")
          .add("code", problem.code)
          .add_if("area", area)
          .add_if("case", no)
          .add_if("seq", seq == 0 ? std::nullopt : std::optional(seq))
          .add("message", for_people ? translated(problem) : problem.message()));
}

void Inspector::look_at_chain() {
  const auto broken = store::verify_chain(db_);
  if (!broken) return;
  chain_holds_before_ = broken->event;
  tell(chain_problem(*broken), "", broken->case_no, broken->seq);
}

// Behind the place where the chain breaks no anchor can hold: that is told already.
void Inspector::compare(std::span<const domain::Anchor> anchors) {
  for (const store::AnchorBreak& found : store::compare_anchors(db_, anchors)) {
    const bool behind = chain_holds_before_ && found.anchor.events >= *chain_holds_before_;
    if (found.fault != store::AnchorFault::rewritten || !behind) tell_break(found);
  }
}

void Inspector::tell_break(const store::AnchorBreak& found) {
  const domain::Anchor& anchor = found.anchor;
  switch (found.fault) {
    case store::AnchorFault::office:
      return tell(problem("anchor.office", "", "an anchor is of the file of another office"));
    case store::AnchorFault::cut:
      return tell(problem("event.cut", "", "{} events were recorded, {} are left", anchor.events,
                          found.holds_until),
                  "", anchor.case_no, anchor.seq);
    case store::AnchorFault::rewritten:
      return tell(problem("event.rewritten", "",
                          "the chain was written anew after event {}, not later than event {}",
                          found.holds_until, anchor.events),
                  "", anchor.case_no, anchor.seq);
    case store::AnchorFault::policy:
      return tell(
          problem("policy.rewritten", "", "policy version {} is not what it was", anchor.policy));
  }
}

// Is every stored case what its events make of it?
void Inspector::look_at_cases(const Office& office) {
  store::CaseReader cases(db_);
  std::vector<domain::Event> events;
  std::set<std::string> replayed;
  const auto compare = [&] {
    if (events.empty()) return;
    const std::string no = events.front().case_no;
    replayed.insert(no);
    try {
      if (cases.find(no) == domain::replay(events, office.rules())) return;
      tell(problem("case.replay", "", "the stored state is not what the events say"), "", no);
    } catch (const Failure& failure) {
      tell(failure.problem(), "", no);
    }
  };
  cases.events_by_case([&](const domain::Event& event) {
    if (!events.empty() && events.front().case_no != event.case_no) {
      compare();
      events.clear();
    }
    events.push_back(event);
  });
  compare();
  std::map<std::string, int64_t> highest;
  cases.all([&](const domain::Case& matter) {
    note_number(matter.no, highest);
    if (replayed.contains(matter.no)) return;
    tell(problem("case.no_events", "", "the case has no events"), "", matter.no);
  });
  compare_numbers(cases.last_numbers(), highest);
}

// Is every case found by what stands in its title and text?
void Inspector::look_at_text_index() {
  const store::TextIndex::Faults faults = store::TextIndex(db_).faults();
  for (const std::string& no : faults.cases) {
    tell(problem("case.text_index", "", "the text index does not have the case's title and text"),
         "", no);
  }
  if (faults.strangers == 0) return;
  tell(problem("case.text_index", "", "{} entries of the text index belong to no case",
               faults.strangers));
}

// Would the ladder come too late to a case? Too early costs it a look and no more.
void Inspector::look_at_ladder(const Office& office) {
  store::LadderStore ladder(db_);
  const store::LadderClock clock = ladder_clock(db_, office);
  store::CaseReader(db_).all([&](const domain::Case& matter) {
    const std::optional<Instant> expected = clock(matter);
    const std::optional<Instant> stored = ladder.look_at(matter.no);
    if (!expected || (stored && *stored <= *expected)) return;
    tell(problem("case.ladder", "", "the ladder would look at it too late"), "", matter.no);
  });
}

// Each number given out belongs to a case: one more or one less, and a case was removed, or the
// counter was set back.
void Inspector::compare_numbers(const std::map<std::string, int64_t>& given,
                                const std::map<std::string, int64_t>& found) {
  if (given == found) return;
  for (const auto& [day, last] : given) {
    const auto cases = found.find(day);
    const int64_t highest = cases == found.end() ? 0 : cases->second;
    if (highest == last) continue;
    tell(problem("case.number", "", "of {} the last number given out is {}, the last case {}", day,
                 last, highest));
  }
  for (const auto& [day, highest] : found) {
    if (given.contains(day)) continue;
    tell(problem("case.number", "", "of {} the last number given out is {}, the last case {}", day,
                 0, highest));
  }
}

// Is each household known to be visited last when it was?
void Inspector::look_at_visits(const Office& office) {
  store::VisitStore(db_, office.areas(), office.today())
      .each_misvisited([&](const store::UnvisitedRow& row) {
        tell(problem("household.visited", "",
                     "in {} household {} was last visited at another time than is kept with it",
                     row.community, row.no),
             row.area);
      });
}

void Inspector::look_at_policy(const Office& office) {
  store::OfficeStore store(db_);
  for (const store::PolicyRow& row : store.policies()) {
    if (store.unaltered(row.version)) continue;
    tell(problem("policy.altered", "", "policy version {} is not what was applied", row.version));
  }
  domain::KnownCodes known;
  const auto orgs = store::DirectoryStore(db_).org_codes();
  known.orgs.emplace(orgs.begin(), orgs.end());
  known.areas.emplace();
  for (const domain::Area& area : office.areas().all()) known.areas->insert(area.code);
  for (const domain::PolicyFinding& finding : domain::check_policy(office.policy(), known)) {
    if (!finding.warning) tell(finding.problem);
  }
}

void Inspector::look_at_posts(const Office& office) {
  store::DirectoryStore directory(db_);
  const auto areas = directory.areas(office.today());
  for (const domain::CoverageGap& gap :
       domain::coverage_gaps(areas, directory.staff(), office.today())) {
    if (gap.warning) {
      session_.messages().warning(gap.problem);
    } else {
      tell(gap.problem, gap.area);
    }
  }
}

void Inspector::look_at_register(const Office& office) {
  for (const RegisterFinding& found : look_at_the_register(db_, office.areas(), office.today())) {
    if (found.warning) {
      session_.messages().warning(found.problem);
    } else {
      tell(found.problem);
    }
  }
}

}  // namespace grid::tool
