#include <grid/base/nearest.h>
#include <grid/store/figures_store.h>
#include <grid/tool/area_option.h>
#include <grid/tool/statistician.h>

#include <algorithm>
#include <charconv>
#include <map>

namespace grid::tool {

using domain::DaySpread;

Statistician::Statistician(Session& session, sql::Database& db, const StatRequest& request)
    : session_(session), db_(db), request_(request), as_of_(moment()), office_(db, as_of_) {}

void Statistician::refuse(const Problem& problem) const {
  session_.messages().error(problem);
  throw Ended{exit_usage};
}

// Needs the office's clock, so it is read only after the file is open.
Instant Statistician::moment() const {
  if (!request_.as_of) return session_.now();
  const auto at = parse_moment(*request_.as_of, Office(db_, session_.now()).offset());
  if (!at) refuse(at.problem());
  if (*at > session_.now()) {
    refuse(problem("usage.value", "--as-of", "--as-of has not come yet"));
  }
  return *at;
}

void Statistician::print() {
  const DaySpread days = request_.days.value_or(domain::month_of(office_.today()));
  const auto begin_of = [&](Date day) { return to_instant(LocalTime{day}, office_.offset()); };
  domain::FiguresQuestion question{begin_of(days.first), begin_of(days.last + std::chrono::days{1}),
                                   as_of_};
  require_area(office_.areas(), request_.under, "--under");
  const Date tree_day = std::min(days.last, office_.today());
  domain::AreaView view(office_.areas(), tree_day, office_.offset(), request_.under);
  const domain::Division division = divide(view);
  question.joint = division.joint;
  write(count(question, division), division, days);
}

// The communities; where the office has no such level, the one below its root.
std::string Statistician::usual_level() const {
  const domain::Policy& policy = office_.policy();
  if (policy.depth_of("community")) return "community";
  const domain::Area* root = office_.areas().find(office_.root_area());
  const auto depth = root == nullptr ? std::nullopt : policy.depth_of(root->kind);
  const size_t below = depth ? *depth + 1 : 0;
  return below < policy.office.levels.size() ? policy.office.levels[below]
                                             : policy.office.levels.back();
}

std::string Statistician::area_level() const {
  if (!request_.level) return usual_level();
  const auto& levels = office_.policy().office.levels;
  if (office_.policy().depth_of(*request_.level)) return *request_.level;
  Problem p = problem("usage.value", "--level", "the policy has no level {}", *request_.level);
  p.near = nearest(*request_.level, levels);
  refuse(p);
}

int64_t Statistician::category_depth() const {
  if (!request_.level) return 1;
  int64_t depth = 0;
  const char* end = request_.level->data() + request_.level->size();
  const auto parsed = std::from_chars(request_.level->data(), end, depth);
  if (parsed.ec == std::errc() && parsed.ptr == end && depth > 0) return depth;
  refuse(problem("usage.value", "--level", "with --by category, --level is a depth: 1, 2 …"));
}

domain::Division Statistician::divide(domain::AreaView& view) {
  switch (request_.by) {
    case codec::StatBy::area:
      return domain::by_area(view, area_level());
    case codec::StatBy::category:
      return domain::by_category(view, office_.policy(), category_depth());
    case codec::StatBy::staff:
      staff_ = store::DirectoryStore(db_).staff();
      return domain::by_staff(view, staff_);
    case codec::StatBy::org:
      break;
  }
  orgs_ = store::DirectoryStore(db_).orgs();
  return domain::by_org(view, orgs_);
}

std::vector<domain::Standing> Statistician::count(const domain::FiguresQuestion& question,
                                                  const domain::Division& division) {
  std::map<std::string, domain::Figures> sums;
  for (const std::string& unit : division.always) sums.try_emplace(unit);
  const auto add = [&](std::span<const domain::Event> events) {
    for (const domain::Share& share :
         domain::shares_of(events, question, division.unit_of, office_.rules())) {
      // Units appear where something happened, not where nothing did.
      if (share.figures != domain::Figures{}) sums[share.unit].add(share.figures);
    }
  };
  store::FiguresStore store(db_);
  store.each_case(question.from, question.until, add);
  if (division.keepers) {
    const auto window =
        domain::visit_window(question, office_.policy().registers, office_.offset());
    domain::add_visits(sums, store.households(window, question.as_of),
                       store.visits(question.from, window.until, question.as_of), division.keepers,
                       division.visitor);
  }
  std::vector<domain::Standing> table;
  for (const auto& [unit, figures] : sums) {
    table.push_back({unit, figures, division.name_of(unit).ranks, {}, {}});
  }
  domain::rank(table, office_.policy().rates);
  return table;
}

void Statistician::write(const std::vector<domain::Standing>& table,
                         const domain::Division& division, const DaySpread& days) {
  Output& output = session_.output();
  const bool people = output.format() == Format::table;
  output.set_columns(people ? codec::stat_table_columns(request_.by)
                            : codec::stat_columns(request_.by));
  for (const domain::Standing& standing : table) {
    const codec::StatLine line{request_.by, division.name_of(standing.unit), days, standing,
                               office_.policy().rates};
    output.record(people ? codec::show_stat(line) : codec::write_stat(line));
  }
}

}  // namespace grid::tool
