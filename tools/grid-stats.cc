// grid-stats: the nightly, weekly and monthly figures of every unit, and their ranking.
#include <grid/base/nearest.h>
#include <grid/codec/figures.h>
#include <grid/domain/figures_units.h>
#include <grid/store/figures_store.h>
#include <grid/tool/office.h>
#include <grid/tool/program.h>

#include <algorithm>
#include <charconv>
#include <map>

using namespace grid;
using namespace grid::tool;
using domain::DaySpread;

namespace {

struct Choice {
  std::string by = "area";
  std::string under;
  std::optional<std::string> level, day, week, month, from, to, until, as_of;
};

Problem usage(const char* option, const char* text) {
  return problem("usage.value", option, text);
}

Result<DaySpread> any_span(const Choice& choice) {
  if (choice.to && choice.until) return usage("--until", "give either --to or --until, not both");
  if (!choice.from) return usage("--from", "an end needs a beginning: --from DATE");
  const auto first = parse_date(*choice.from);
  if (!first) return first.problem();
  if (!choice.to && !choice.until) return usage("--to", "a beginning needs an end: --to DATE");
  const auto end = parse_date(choice.to ? *choice.to : *choice.until);
  if (!end) return end.problem();
  const DaySpread span{*first, choice.to ? *end : *end - std::chrono::days{1}};
  if (span.last < span.first) return usage("--to", "the span ends before it begins");
  return span;
}

// The span that the options name; the month of `today` where they name none.
Result<DaySpread> choose_span(const Choice& choice, Date today) {
  const bool any = choice.from || choice.to || choice.until;
  if (int{choice.day.has_value()} + int{choice.week.has_value()} + int{choice.month.has_value()} +
          int{any} >
      1) {
    return usage("--from", "give one of --day, --week, --month, or --from with --to");
  }
  if (any) return any_span(choice);
  if (choice.month) return domain::parse_month(*choice.month);
  if (!choice.day && !choice.week) return domain::month_of(today);
  const auto day = parse_date(choice.day ? *choice.day : *choice.week);
  if (!day) return day.problem();
  return choice.day ? DaySpread{*day, *day} : domain::week_of(*day);
}

codec::StatBy by_named(const std::string& name) {
  if (name == "category") return codec::StatBy::category;
  return name == "org" ? codec::StatBy::org : codec::StatBy::area;
}

[[noreturn]] void refuse(Session& session, const Problem& problem) {
  session.messages().error(problem);
  throw Ended{exit_usage};
}

class Statistician {
 public:
  Statistician(Session& session, sql::Database& db, const Choice& choice)
      : session_(session), db_(db), choice_(choice), office_(db, moment(session, choice, db)) {}

  void print() {
    const auto days = choose_span(choice_, office_.today());
    if (!days) refuse(session_, days.problem());
    const UtcOffset offset = office_.offset();
    const auto begin_of = [&](Date day) { return to_instant(LocalTime{day}, offset); };
    const Instant as_of = moment(session_, choice_, db_);
    const domain::FiguresQuestion question{begin_of(days->first),
                                           begin_of(days->last + std::chrono::days{1}), as_of};
    const Date tree_day = std::min(days->last, office_.today());
    if (!choice_.under.empty() && office_.areas().find(choice_.under) == nullptr) {
      throw Failure(FailureKind::no_input,
                    problem("area.unknown", "--under", "there is no area {}", choice_.under));
    }
    domain::AreaView view(office_.areas(), tree_day, offset, choice_.under);
    const domain::Division division = divide(view);
    write(count(question, division), division, *days);
  }

 private:
  // --as-of, or now. Needs the office's clock, so it is read after the file is open.
  static Instant moment(Session& session, const Choice& choice, sql::Database& db) {
    if (!choice.as_of) return session.now();
    const auto at = parse_moment(*choice.as_of, Office(db, session.now()).offset());
    if (!at) refuse(session, at.problem());
    if (*at > session.now()) refuse(session, usage("--as-of", "--as-of has not come yet"));
    return *at;
  }

  std::string area_level() const {
    const auto& levels = office_.policy().office.levels;
    const auto known = [&](const std::string& level) {
      return std::find(levels.begin(), levels.end(), level) != levels.end();
    };
    if (!choice_.level) return known("community") || levels.empty() ? "community" : levels.back();
    if (known(*choice_.level)) return *choice_.level;
    Problem p = problem("usage.value", "--level", "the policy has no level {}", *choice_.level);
    if (const std::string near = nearest(*choice_.level, levels); !near.empty()) {
      p.hint = "did you mean " + near + "?";
    }
    refuse(session_, p);
  }

  int64_t category_depth() const {
    if (!choice_.level) return 1;
    int64_t depth = 0;
    const char* end = choice_.level->data() + choice_.level->size();
    const auto parsed = std::from_chars(choice_.level->data(), end, depth);
    if (parsed.ec == std::errc() && parsed.ptr == end && depth > 0) return depth;
    refuse(session_, usage("--level", "with --by category, --level is a depth: 1, 2 …"));
  }

  domain::Division divide(domain::AreaView& view) {
    switch (by()) {
      case codec::StatBy::area:
        return domain::by_area(view, area_level());
      case codec::StatBy::category:
        return domain::by_category(view, office_.policy(), category_depth());
      case codec::StatBy::org:
        break;
    }
    orgs_ = store::DirectoryStore(db_).orgs();
    return domain::by_org(view, orgs_);
  }

  std::vector<domain::Standing> count(const domain::FiguresQuestion& question,
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
    store::FiguresStore(db_).each_case(question.from, question.until, add);
    std::vector<domain::Standing> table;
    for (const auto& [unit, figures] : sums) {
      table.push_back({unit, figures, division.name_of(unit).ranks, {}, {}});
    }
    domain::rank(table, office_.policy().rates);
    return table;
  }

  void write(const std::vector<domain::Standing>& table, const domain::Division& division,
             const DaySpread& days) {
    Output& output = session_.output();
    const bool people = output.format() == Format::table;
    output.set_columns(people ? codec::stat_table_columns(by()) : codec::stat_columns(by()));
    for (const domain::Standing& standing : table) {
      const codec::StatLine line{by(), division.name_of(standing.unit), days, standing,
                                 office_.policy().rates};
      output.record(people ? codec::show_stat(line) : codec::write_stat(line));
    }
  }

  codec::StatBy by() const { return by_named(choice_.by); }

  Session& session_;
  sql::Database& db_;
  const Choice& choice_;
  Office office_;  // as of the moment asked about
  std::vector<domain::OrgEntry> orgs_;
};

void declare(Options& options, Choice& choice) {
  options.value("--by", "WHAT", "area, category or org", choice.by).choices = {"area", "category",
                                                                               "org"};
  options.value("--level", "LEVEL", "areas of this level (community); categories of this depth (1)",
                choice.level);
  options.value("--under", "CODE", "only what happened in this area", choice.under);
  options.value("--day", "DATE", "one day", choice.day);
  options.value("--week", "DATE", "the week of that day, from Monday to Sunday", choice.week);
  options.value("--month", "YYYY-MM", "a month; without a span, the present one", choice.month);
  options.value("--from", "DATE", "first day of any span", choice.from);
  options.value("--to", "DATE", "its last day", choice.to);
  options.value("--until", "DATE", "or the day after its last", choice.until);
  options.value("--as-of", "TIME", "as the figures stood then", choice.as_of);
  options.describe(
      "Counts the cases of each unit in a span of days, with the three rates, score and rank. "
      "Units in the order of their ranks, then of their codes.");
  options.example("grid-stats --month 2026-11 --format table", "the ranking of the communities");
  options.example("grid-stats --by org --week 2026-11-18", "who handled what, and how fast");
  options.example(
      "grid-stats --by category --level 2 --under 330782002005 --from 2026-01-01 --to "
      "2026-06-30",
      "what half a year brought to one community");
}

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-stats", "figures and ranking of areas, categories and organisations",
                  Uses{.database = true});
  Choice choice;
  declare(program.options(), choice);
  program.check([&]() -> Status {
    if (const auto span = choose_span(choice, Date{}); !span) return span.problem();
    if (!choice.as_of) return Done{};
    if (const auto at = parse_moment(*choice.as_of, UtcOffset{0}); !at) return at.problem();
    return Done{};
  });
  return program.run(argc, argv, [&](Session& session) {
    session.read([&](sql::Database& db) { Statistician(session, db, choice).print(); });
    return exit_ok;
  });
}
