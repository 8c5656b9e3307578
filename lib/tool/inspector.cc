#include <grid/domain/coverage.h>
#include <grid/domain/replay.h>
#include <grid/store/case_store.h>
#include <grid/tool/inspector.h>

#include <set>

namespace grid::tool {

namespace {

constexpr codec::Column columns[] = {{"code", "Code", "代码"},
                                     {"area", "Area", "区域"},
                                     {"case", "Case", "案件编号"},
                                     {"message", "Problem", "问题"}};

}  // namespace

codec::Columns problem_columns() {
  return columns;
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
  look_at_policy(office);
  look_at_posts(office);
}

void Inspector::tell(const Problem& problem, const std::string& area, const std::string& no) {
  // What programs read never changes with the language.
  const bool for_people = session_.output().format() == Format::table;
  session_.output().record(
      text::make_record("problem")
          .add("code", problem.code)
          .add_if("area", area)
          .add_if("case", no)
          .add("message", for_people ? translated(problem) : problem.message()));
}

void Inspector::look_at_chain() {
  const auto broken = store::verify_chain(db_);
  if (!broken) return;
  const std::string& no = broken->case_no;
  switch (broken->fault) {
    case store::ChainFault::missing:
      return tell(
          problem("event.missing", "", "an event was removed before event {}", broken->event), "",
          no);
    case store::ChainFault::altered:
      return tell(problem("event.altered", "", "event {} is not what was recorded", broken->event),
                  "", no);
    case store::ChainFault::personal:
      return tell(problem("event.personal", "",
                          "the personal text of event {} is not what was recorded", broken->event),
                  "", no);
  }
}

// Is every stored case what its events make of it?
void Inspector::look_at_cases(const Office& office) {
  store::CaseStore cases(db_);
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
  cases.all([&](const domain::Case& matter) {
    if (replayed.contains(matter.no)) return;
    tell(problem("case.no_events", "", "the case has no events"), "", matter.no);
  });
}

void Inspector::look_at_policy(const Office& office) {
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

}  // namespace grid::tool
