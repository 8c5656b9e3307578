// case-list: finds cases.
#include <grid/store/case_reader.h>
#include <grid/store/directory_store.h>
#include <grid/tool/area_option.h>
#include <grid/tool/case_view.h>
#include <grid/tool/office_view.h>
#include <grid/tool/personal.h>
#include <grid/tool/program.h>
#include <grid/tool/retention.h>

#include <algorithm>

using namespace grid;
using namespace grid::tool;

namespace {

struct Choice {
  std::vector<std::string> states, numbers;
  std::string area, under, category, org, staff, text;
  std::optional<std::string> due_before, since, until;
  bool overdue = false, expired = false, all = false, open = false, exit_status = false;
};

template <typename T>
T must(Result<T> result, std::string_view option, Session& session) {
  if (result) return *result;
  Problem p = result.problem();
  p.field = option;
  session.messages().error(p);
  throw Ended{exit_usage};
}

std::vector<domain::State> states_of(const Choice& choice) {
  std::vector<domain::State> states;
  for (const std::string& name : choice.states) {
    states.push_back(*domain::from_code<domain::State>(name));
  }
  if (states.empty() && !choice.all && !choice.expired) return store::open_states();
  return states;
}

store::CaseFilter filter_of(sql::Database& db, const Choice& choice, const OfficeView& office,
                            Session& session) {
  const UtcOffset offset = office.offset();
  store::CaseFilter filter;
  filter.states = states_of(choice);
  require_area(db, choice.area, "--area");
  require_area(db, choice.under, "--under");
  if (!choice.under.empty()) {
    filter.areas = store::DirectoryStore(db).area_tree().subtree(choice.under, office.today());
  }
  if (!choice.area.empty()) filter.areas = std::vector<std::string>{choice.area};
  filter.category = choice.category;
  filter.org = choice.org;
  filter.staff = choice.staff;
  filter.text = choice.text;
  if (choice.overdue) filter.overdue_at = session.now();
  const auto moment = [&](const std::optional<std::string>& text, const char* option) {
    return text ? std::optional<Instant>(must(parse_moment(*text, offset), option, session))
                : std::nullopt;
  };
  if (choice.expired) filter.reporters_before = reporters_kept_until(Office(db, session.now()));
  filter.due_before = moment(choice.due_before, "--due-before");
  filter.since = moment(choice.since, "--since");
  filter.until = moment(choice.until, "--until");
  return filter;
}

void list(sql::Database& db, Session& session, const Choice& choice) {
  const OfficeView office(db, session.now());
  CaseSight sight(session, db, office);
  store::CaseReader cases(db);
  const auto show = [&](const domain::Case& matter) {
    session.output().record(codec::write_case(matter, sight.of(matter)));
  };
  if (choice.numbers.empty()) cases.list(filter_of(db, choice, office, session), show);
  for (const std::string& no : choice.numbers) {
    if (const auto matter = cases.find(no)) show(*matter);
  }
  sight.tell_limits();
}

void declare(Options& options, Choice& choice) {
  options.value("--state", "STATE", "in this state (repeatable)", choice.states).choices =
      domain::codes<domain::State>();
  options.value("--area", "CODE", "in this area itself", choice.area);
  options.value("--under", "CODE", "in this area or below", choice.under);
  options.value("--category", "CODE", "of this category or below", choice.category);
  options.value("--org", "CODE", "dispatched to this organisation", choice.org);
  options.value("--staff", "LOGIN", "dispatched to this person", choice.staff);
  options.flag("--overdue", "late now", choice.overdue);
  options.flag("--expired", "ended so long ago that the policy no longer keeps who reported it",
               choice.expired);
  options.value("--due-before", "TIME", "due before", choice.due_before);
  options.value("--since", "TIME", "reported at or after", choice.since);
  options.value("--until", "TIME", "reported before", choice.until);
  options.value("--text", "TEXT", "with this in title or text", choice.text);
  options.value("--no", "NO", "of this number, open or not (repeatable)", choice.numbers);
  options.flag("--open", "only open cases (the default)", choice.open);
  options.flag("--all", "closed ones, too", choice.all);
  options.flag("--exit-status", "status 1 where nothing is found", choice.exit_status);
}

}  // namespace

int main(int argc, char** argv) {
  Program program("case-list", "find cases, emergencies first, in the order of filing",
                  Uses{.database = true, .personal = true});
  Choice choice;
  declare(program.options(), choice);
  program.options().example("case-list --under 330782002005 --format table",
                            "open, in a community");
  program.options().example("case-list --overdue --org CG", "what a department is late with");
  program.options().example("case-list --state reported | case-act accept",
                            "accept all that is new");
  program.check([&]() -> Status {
    if (!choice.open || !choice.all) return Done{};
    return problem("usage.option", "--all", "--open and --all exclude one another");
  });
  return program.run(argc, argv, [&](Session& session) {
    set_case_columns(session.output());
    read_personal(session, [&](sql::Database& db) { list(db, session, choice); });
    const bool nothing = choice.exit_status && session.output().records() == 0;
    return nothing ? exit_negative : exit_ok;
  });
}
