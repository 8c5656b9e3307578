// grid-stats: the nightly, weekly and monthly figures of every unit, and their ranking.
#include <grid/tool/program.h>
#include <grid/tool/statistician.h>

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

// The span that the options name; unset where they name none.
Result<std::optional<DaySpread>> choose_span(const Choice& choice) {
  using Span = std::optional<DaySpread>;
  const bool any = choice.from || choice.to || choice.until;
  if (int{choice.day.has_value()} + int{choice.week.has_value()} + int{choice.month.has_value()} +
          int{any} >
      1) {
    return usage("--from", "give one of --day, --week, --month, or --from with --to");
  }
  if (!any && !choice.day && !choice.week && !choice.month) return Span();
  if (any || choice.month) {
    const auto span = any ? any_span(choice) : domain::parse_month(*choice.month);
    if (!span) return span.problem();
    return Span(*span);
  }
  const auto day = parse_date(choice.day ? *choice.day : *choice.week);
  if (!day) return day.problem();
  return Span(choice.day ? DaySpread{*day, *day} : domain::week_of(*day));
}

codec::StatBy by_named(const std::string& name) {
  if (name == "category") return codec::StatBy::category;
  if (name == "staff") return codec::StatBy::staff;
  return name == "org" ? codec::StatBy::org : codec::StatBy::area;
}

void declare(Options& options, Choice& choice) {
  options.value("--by", "WHAT", "area, category, org or staff", choice.by).choices = {
      "area", "category", "org", "staff"};
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
      "Counts the cases of each unit in a span of days, with the three rates, score and rank; of "
      "areas and staff the households visited, too. Units in the order of their ranks, then of "
      "their codes.");
  options.example("grid-stats --month 2026-11 --format table", "the ranking of the communities");
  options.example("grid-stats --by org --week 2026-11-18", "who handled what, and how fast");
  options.example(
      "grid-stats --by category --level 2 --under 330782002005 --from 2026-01-01 --to "
      "2026-06-30",
      "what half a year brought to one community");
}

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-stats", "figures and ranking of areas, categories, organisations and staff",
                  Uses{.database = true});
  Choice choice;
  declare(program.options(), choice);
  program.check([&]() -> Status {
    if (const auto span = choose_span(choice); !span) return span.problem();
    if (!choice.as_of) return Done{};
    if (const auto at = parse_moment(*choice.as_of, UtcOffset{0}); !at) return at.problem();
    return Done{};
  });
  return program.run(argc, argv, [&](Session& session) {
    const StatRequest request{by_named(choice.by), choice.level, choice.under, *choose_span(choice),
                              choice.as_of};
    session.read([&](sql::Database& db) { Statistician(session, db, request).print(); });
    return exit_ok;
  });
}
