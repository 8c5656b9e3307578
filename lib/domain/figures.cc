#include <grid/domain/figures.h>
#include <grid/domain/rating.h>
#include <grid/domain/replay.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace grid::domain {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::year_month_day;

DaySpread week_of(Date day) {
  const std::chrono::weekday weekday{day};
  const Date monday = day - days{weekday.iso_encoding() - 1};
  return {monday, monday + days{6}};
}

DaySpread month_of(Date day) {
  const year_month_day parts{day};
  return {local_days{parts.year() / parts.month() / 1},
          local_days{parts.year() / parts.month() / std::chrono::last}};
}

Result<DaySpread> parse_month(std::string_view text) {
  const auto first = parse_date(std::string(text) + "-01");
  if (!first || text.size() != 7) {
    return problem("month.format", "month", "not a month; write it like 2026-11");
  }
  return month_of(*first);
}

void Figures::add(const Figures& other) {
  reported += other.reported;
  accepted += other.accepted;
  dispatched += other.dispatched;
  excluded += other.excluded;
  closed += other.closed;
  closed_in_time += other.closed_in_time;
  returns += other.returns;
  reworks += other.reworks;
  extensions += other.extensions;
  again += other.again;
  joint += other.joint;
  joint_answered += other.joint_answered;
  joint_in_time += other.joint_in_time;
  open += other.open;
  late += other.late;
  contacted += other.contacted;
  answered += other.answered;
  solved += other.solved;
  satisfied += other.satisfied;
  basic += other.basic;
  households += other.households;
  visited += other.visited;
  visits += other.visits;
  patrols += other.patrols;
  held.insert(held.end(), other.held.begin(), other.held.end());
}

std::optional<double> Rate::value() const {
  if (denominator == 0) return std::nullopt;
  return static_cast<double>(numerator) / static_cast<double>(denominator);
}

Rate response_rate(const Figures& figures) {
  return {figures.contacted, figures.dispatched - figures.excluded};
}

Rate solve_rate(const Figures& figures) {
  return {figures.solved, figures.answered};
}

Rate satisfaction_rate(const Figures& figures, const Rates& rates) {
  return {figures.satisfied + (rates.basic_counts ? figures.basic : 0), figures.answered};
}

Rate visit_rate(const Figures& figures) {
  return {figures.visited, figures.households};
}

std::optional<Seconds> mean_held(const Figures& figures) {
  if (figures.held.empty()) return std::nullopt;
  const Seconds sum = std::accumulate(figures.held.begin(), figures.held.end(), Seconds{0});
  return sum / static_cast<int64_t>(figures.held.size());
}

std::optional<Seconds> median_held(const Figures& figures) {
  if (figures.held.empty()) return std::nullopt;
  std::vector<Seconds> held = figures.held;
  std::sort(held.begin(), held.end());
  const size_t middle = held.size() / 2;
  return held.size() % 2 == 1 ? held[middle] : (held[middle - 1] + held[middle]) / 2;
}

std::optional<int64_t> score_of(const Figures& figures, const Rates& rates) {
  const auto response = response_rate(figures).value();
  const auto solve = solve_rate(figures).value();
  const auto satisfaction = satisfaction_rate(figures, rates).value();
  if (!response || !solve || !satisfaction) return std::nullopt;
  const double score = *response * rates.response_weight + *solve * rates.solve_weight +
                       *satisfaction * rates.satisfaction_weight;
  return std::llround(score * 10000);
}

bool ranked(const Figures& figures, const Rates& rates) {
  return score_of(figures, rates) && response_rate(figures).denominator >= rates.min_sample &&
         solve_rate(figures).denominator >= rates.min_sample;
}

namespace {

// One case's life, walked through once.
class Walk {
 public:
  Walk(const FiguresQuestion& question, const UnitOf& unit_of, const CaseRules& rules)
      : question_(question), unit_of_(unit_of), rules_(rules) {}

  std::vector<Share> through(std::span<const Event> events) {
    for (const Event& event : events) {
      // Recorded in this order: what follows was not known either.
      if (event.recorded_at > question_.as_of) break;
      step(event);
    }
    if (!matter_) return {};
    finish();
    return std::move(shares_);
  }

 private:
  bool in_span(Instant at) const { return question_.from <= at && at < question_.until; }

  Figures& of(const std::string& unit) {
    for (Share& share : shares_) {
      if (share.unit == unit) return share.figures;
    }
    return shares_.emplace_back(Share{unit, {}}).figures;
  }

  void step(const Event& event) {
    const Case after = apply(matter_ ? &*matter_ : nullptr, event, rules_);
    if (matter_) hold(event.at);
    if (const std::string unit = unit_of_(after); !unit.empty()) unit_had_ = unit;
    if (in_span(event.at)) count(event, after);
    if (event.action == Action::reopen) keep_cycle();
    matter_ = after;
    if (event.at < question_.until) at_end_ = matter_;
  }

  // Charges the time since the last event to the unit that had the case.
  void hold(Instant until) {
    if (matter_->state != State::dispatched && matter_->state != State::handling) return;
    const Calendar& office = rules_.version(matter_->calendar).calendar_for(nullptr, {});
    const Seconds time = office.worked(matter_->last_at, until).seconds;
    const std::string unit = unit_of_(*matter_);
    for (auto& [holder, sum] : held_) {
      if (holder == unit) {
        sum += time;
        return;
      }
    }
    held_.emplace_back(unit, time);
  }

  void count(const Event& event, const Case& after) {
    switch (event.action) {
      case Action::report:
        reported_ = true;
        break;
      case Action::dispatch:
        count_dispatch(event, after);
        break;
      case Action::answer:
        count_answer(event, after);
        break;
      case Action::close:
        closed_by_ = unit_of_(after);
        closed_in_time_ = !after.late.value_or(false);
        held_at_closing_ = held_;
        break;
      case Action::return_:
        ++of(unit_of_(*matter_)).returns;
        break;
      case Action::rework:
        ++of(unit_of_(*matter_)).reworks;
        break;
      case Action::extend:
        ++of(unit_of_(*matter_)).extensions;
        break;
      default:
        break;
    }
    // Whoever takes a case on himself accepts it by that.
    const bool first_hold = !matter_ || !matter_->accepted_at;
    accepted_ = accepted_ || (first_hold && after.accepted_at);
  }

  void count_dispatch(const Event& event, const Case& after) {
    dispatched_ = in_cycle_ = true;
    const auto& refused = matter_->refused_by;
    if (std::find(refused.begin(), refused.end(), event.org) != refused.end()) {
      ++of(unit_of_(after)).again;
    }
    if (!question_.joint || unit_of_(after).empty()) return;
    for (const JointUnit& unit : after.joint) ++of(unit.org).joint;
  }

  void count_answer(const Event& event, const Case& after) {
    if (!question_.joint || unit_of_(after).empty() || !event.reason.empty()) return;
    for (const JointUnit& unit : matter_->joint) {
      if (unit.org != event.org || !unit.open()) continue;
      Figures& figures = of(unit.org);
      ++figures.joint_answered;
      if (!unit.clock.due || event.at <= *unit.clock.due) ++figures.joint_in_time;
    }
  }

  // A cycle ends: what the call-back found in it stays in the figures of who was asked to settle
  // the case then, until a later cycle has an answer of its own.
  void keep_cycle() {
    if (in_cycle_) kept_ = matter_;
    in_cycle_ = false;
  }

  void finish() {
    Figures& last = of(unit_of_(*matter_));
    last.reported = reported_ ? 1 : 0;
    last.accepted = accepted_ ? 1 : 0;
    if (at_end_ && at_end_->open()) {
      last.open = 1;
      if (at_end_->overdue(question_.moment())) of(unit_late(*at_end_)).late = 1;
    }
    if (dispatched_) judge();
    if (closed_by_) {
      Figures& closer = of(*closed_by_);
      closer.closed = 1;
      closer.closed_in_time = closed_in_time_ ? 1 : 0;
    }
    for (const auto& [unit, time] : held_at_closing_) of(unit).held.push_back(time);
    std::erase_if(shares_, [](const Share& share) { return share.unit.empty(); });
  }

  // Who had the case when the promise ran out: who takes it over later is not to blame.
  std::string unit_late(const Case& matter) const {
    if (!matter.late_holder) return unit_of_(matter);
    Case then = matter;
    then.owner_area = matter.late_holder->area;
    then.owner_org = matter.late_holder->org;
    then.owner_staff = matter.late_holder->staff;
    return unit_of_(then);
  }

  // The rates speak of the cases dispatched in the span, by what is known of them by now.
  void judge() {
    const Rating present{matter_->contacted, matter_->solved, matter_->satisfaction};
    const Case& asked = kept_ && !(in_cycle_ && present.valid()) ? *kept_ : *matter_;
    // A case that was taken from its unit still counts for it.
    const std::string unit = unit_of_(asked);
    Figures& figures = of(unit.empty() ? unit_had_ : unit);
    figures.dispatched = 1;
    const bool leaves = !matter_->excluded.empty() || matter_->state == State::voided ||
                        matter_->state == State::merged;
    if (leaves) {
      figures.excluded = 1;
      return;
    }
    figures.contacted = asked.contacted.value_or(false) ? 1 : 0;
    const auto satisfaction = asked.satisfaction;
    if (!satisfaction || *satisfaction == Satisfaction::unreachable) return;
    figures.answered = 1;
    figures.solved = asked.solved.value_or(false) ? 1 : 0;
    figures.satisfied = *satisfaction == Satisfaction::satisfied ? 1 : 0;
    figures.basic = *satisfaction == Satisfaction::basic ? 1 : 0;
  }

  const FiguresQuestion& question_;
  const UnitOf& unit_of_;
  const CaseRules& rules_;
  std::string unit_had_;        // the last unit that had the case
  std::optional<Case> matter_;  // as of the events so far
  std::optional<Case> at_end_;  // as it stood at the end of the span
  std::optional<Case> kept_;  // as it was when the last cycle ended that had a dispatch in the span
  std::vector<Share> shares_;
  bool reported_ = false, accepted_ = false, dispatched_ = false, closed_in_time_ = false;
  bool in_cycle_ = false;  // dispatched in the span and in the present cycle
  std::optional<std::string> closed_by_;
  std::vector<std::pair<std::string, Seconds>> held_, held_at_closing_;  // by unit
};

}  // namespace

std::vector<Share> shares_of(std::span<const Event> events, const FiguresQuestion& question,
                             const UnitOf& unit_of, const CaseRules& rules) {
  return Walk(question, unit_of, rules).through(events);
}

void rank(std::vector<Standing>& table, const Rates& rates) {
  for (Standing& row : table) {
    row.score = score_of(row.figures, rates);
    row.ranks = row.ranks && ranked(row.figures, rates);
  }
  std::sort(table.begin(), table.end(), [](const Standing& a, const Standing& b) {
    const int64_t of_a = a.ranks ? -*a.score : 0;
    const int64_t of_b = b.ranks ? -*b.score : 0;
    return std::tuple(!a.ranks, of_a, std::string_view(a.unit)) <
           std::tuple(!b.ranks, of_b, std::string_view(b.unit));
  });
  for (size_t i = 0; i < table.size() && table[i].ranks; ++i) {
    const bool tie = i > 0 && table[i].score == table[i - 1].score;
    table[i].rank = tie ? table[i - 1].rank : std::optional(static_cast<int64_t>(i) + 1);
  }
}

}  // namespace grid::domain
