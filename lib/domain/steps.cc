#include <grid/base/problem.h>
#include <grid/domain/steps.h>

#include <algorithm>

namespace grid::domain {

namespace {

using enum Role;

constexpr State open_states[] = {State::reported, State::accepted,  State::dispatched,
                                 State::handling, State::suspended, State::resolved,
                                 State::verified};

constexpr Clocks all_stop{.accept = Effect::stop,
                          .sign = Effect::stop,
                          .handle = Effect::stop,
                          .verify = Effect::stop,
                          .promise = Effect::stop};
constexpr Clocks all_set{.accept = Effect::set,
                         .sign = Effect::set,
                         .handle = Effect::set,
                         .verify = Effect::set,
                         .promise = Effect::set};
// Another centre has it now: only the promise to the resident runs on.
constexpr Clocks passes_on{.accept = Effect::stop, .sign = Effect::stop, .handle = Effect::stop};

constexpr Who centre{{clerk, leader},
                     Reach::holder,
                     message_id("clerk, leader of the area that holds the case or of one above "
                                "it")};
constexpr Who upper_centre{
    {clerk, leader},
    Reach::upper,
    message_id("clerk, leader of a level above the community, over the area that holds it")};
constexpr Who receiver{{head, clerk},
                       Reach::holder,
                       message_id("head, clerk of the area that holds the case or of one above "
                                  "it")};
constexpr Who raiser{{head, clerk, leader},
                     Reach::holder,
                     message_id("head, clerk, leader of the area that holds the case or of one "
                                "above it")};
constexpr Who approver{{leader},
                       Reach::holder,
                       message_id("leader of the area that holds the case or of one above it")};
constexpr Who closer{{head, clerk, leader},
                     Reach::accepter,
                     message_id("head, clerk, leader of the area that accepted the case or of one "
                                "above it")};
constexpr Who grid_head{
    {head}, Reach::place, message_id("head of the area where it happened or of one above it")};
constexpr Who lead{{handler, leader, head, worker, assistant, clerk},
                   Reach::lead,
                   message_id("the unit or person that has the case")};
constexpr Who lead_post{
    {handler, leader}, Reach::lead, message_id("handler, leader of the unit that has the case")};
constexpr Who joint_unit{
    {handler}, Reach::joint, message_id("handler of a joint unit that has not answered")};
constexpr Who called_unit{
    {handler}, Reach::called, message_id("handler of a unit that was called")};
constexpr Who caller_back{{hotline}, Reach::office, message_id("hotline of any area")};
constexpr Who reporter{{}, Reach::reporter, message_id("the person who reported it")};
constexpr Who ladder{{}, Reach::ladder, message_id("the rules at work")};
constexpr Who anyone{{head, worker, assistant, clerk, handler, leader, hotline, admin},
                     Reach::office,
                     message_id("any post but auditor")};
// The reporting side (上报侧): the grid's people and the centres above the place.
constexpr Who grid_side{{head, worker, assistant, clerk},
                        Reach::place,
                        message_id("head, worker, assistant, clerk of the area where it happened "
                                   "or of one above it")};
constexpr Who bystander{{head, worker, assistant, clerk, leader, hotline, auditor},
                        Reach::place,
                        message_id("any post but handler of the area where it happened or of one "
                                   "above it")};

struct Table {
  std::array<Step, 120> rows{};
  size_t size = 0;

  constexpr void add(std::optional<State> from, Action action, std::optional<State> to,
                     std::initializer_list<Who> who, Needs needs = {}, Clocks clocks = {}) {
    Step& step = rows[size++];
    step.from = from;
    step.action = action;
    step.to = to;
    for (const Who& way : who) step.who[step.ways++] = way;
    step.needs = needs;
    step.clocks = clocks;
  }
};

constexpr void add_reception(Table& table) {
  using enum State;
  table.add(std::nullopt, Action::report, reported, {anyone}, {},
            {.accept = Effect::start, .promise = Effect::start});
  table.add(reported, Action::accept, accepted, {receiver}, {}, {.accept = Effect::stop});
  table.add(reported, Action::reject, not_accepted, {upper_centre}, {.reason = true}, all_stop);
  for (const State from : {reported, accepted}) {
    table.add(from, Action::handle, handling, {receiver, grid_head}, {},
              {.accept = Effect::stop, .handle = Effect::start});
  }
  table.add(accepted, Action::dispatch, dispatched, {centre}, {.unit = true},
            {.sign = Effect::start, .handle = Effect::start});
}

constexpr void add_handling(Table& table) {
  using enum State;
  table.add(dispatched, Action::sign, handling, {lead, ladder}, {}, {.sign = Effect::stop});
  table.add(dispatched, Action::return_, accepted, {lead}, {.reason = true},
            {.sign = Effect::stop, .handle = Effect::stop});
  for (const State from : {accepted, handling}) {
    table.add(from, Action::escalate, accepted, {raiser, ladder}, {.reason = true}, passes_on);
  }
  // The silence of a centre or of a lead rises too, but only by the ladder.
  for (const State from : {reported, dispatched}) {
    table.add(from, Action::escalate, accepted, {ladder}, {.reason = true}, passes_on);
  }
  table.add(handling, Action::extend, handling, {centre}, {.reason = true, .limit = true},
            {.handle = Effect::move});
  table.add(handling, Action::suspend, suspended, {centre}, {.reason = true},
            {.handle = Effect::pause, .promise = Effect::pause});
  table.add(suspended, Action::resume, handling, {centre}, {},
            {.handle = Effect::go_on, .promise = Effect::go_on});
  table.add(handling, Action::resolve, resolved, {lead}, {.text = true},
            {.handle = Effect::pause, .verify = Effect::start});
}

constexpr void add_verdict(Table& table) {
  using enum State;
  table.add(resolved, Action::verify, verified, {grid_side, reporter}, {},
            {.verify = Effect::stop});
  table.add(resolved, Action::rework, handling, {grid_side, reporter}, {.reason = true},
            {.handle = Effect::go_on, .verify = Effect::stop});
  table.add(verified, Action::close, closed, {closer}, {}, all_stop);
  table.add(closed, Action::rate, closed, {caller_back, upper_centre}, {.rating = true});
  table.add(closed, Action::reopen, accepted, {upper_centre, ladder}, {.reason = true},
            {.promise = Effect::start});
}

constexpr void add_any_time(Table& table) {
  using enum State;
  for (const State from : open_states) {
    if (from == reported) {
      table.add(from, Action::void_, voided, {reporter, upper_centre}, {.reason = true}, all_stop);
    } else {
      table.add(from, Action::void_, voided, {upper_centre}, {.reason = true}, all_stop);
    }
    // The clocks stay as they are, for the case to go on with them if it is taken out again.
    table.add(from, Action::merge, merged, {centre}, {.into = true});
    table.add(from, Action::supervise, from, {centre, ladder}, {.level = true});
    table.add(from, Action::exclude, from, {approver}, {.reason = true});
    table.add(from, Action::whistle, from, {upper_centre, called_unit}, {.units = true});
    // A unit answers with a text, its dispatcher releases it with a reason.
    table.add(from, Action::answer, from, {joint_unit, centre});
    table.add(from, Action::recompute, from, {ladder}, {}, all_set);
    table.add(from, Action::absorb, from, {ladder}, {.into = true}, {.promise = Effect::set});
    table.add(from, Action::detach, from, {ladder}, {.into = true}, {.promise = Effect::set});
    table.add(from, Action::note, from, {bystander, centre, lead_post, reporter}, {.text = true});
  }
  // What was merged into a case comes out of it also when that has ended: its verdict stays.
  for (const State from : {closed, not_accepted, voided}) {
    table.add(from, Action::detach, from, {ladder}, {.into = true});
  }
  table.add(merged, Action::unmerge, std::nullopt, {centre}, {});
}

constexpr Table make_table() {
  Table table;
  add_reception(table);
  add_handling(table);
  add_verdict(table);
  add_any_time(table);
  return table;
}

constexpr Table table = make_table();
constexpr size_t state_count = Terms<State>::all.size();
constexpr size_t action_count = Terms<Action>::all.size();

constexpr bool open_state(State state) {
  for (const State each : open_states) {
    if (each == state) return true;
  }
  return false;
}

constexpr bool each_pair_once() {
  for (size_t i = 0; i < table.size; ++i) {
    for (size_t j = i + 1; j < table.size; ++j) {
      if (table.rows[i].from == table.rows[j].from && table.rows[i].action == table.rows[j].action)
        return false;
    }
  }
  return true;
}

constexpr bool every_action_used() {
  for (size_t a = 0; a < action_count; ++a) {
    bool used = false;
    for (size_t i = 0; i < table.size; ++i) {
      used = used || table.rows[i].action == static_cast<Action>(a);
    }
    if (!used) return false;
  }
  return true;
}

constexpr bool every_state_reachable() {
  std::array<bool, state_count> seen{};
  for (size_t round = 0; round <= state_count; ++round) {
    for (size_t i = 0; i < table.size; ++i) {
      const Step& step = table.rows[i];
      if (!step.to) continue;
      if (!step.from || seen[static_cast<size_t>(*step.from)]) {
        seen[static_cast<size_t>(*step.to)] = true;
      }
    }
  }
  for (const bool each : seen) {
    if (!each) return false;
  }
  return true;
}

constexpr bool every_state_can_end() {
  std::array<bool, state_count> ends{};
  for (size_t s = 0; s < state_count; ++s) ends[s] = !open_state(static_cast<State>(s));
  for (size_t round = 0; round <= state_count; ++round) {
    for (size_t i = 0; i < table.size; ++i) {
      const Step& step = table.rows[i];
      if (step.from && step.to && ends[static_cast<size_t>(*step.to)] &&
          step.action != Action::void_ && step.action != Action::merge) {
        ends[static_cast<size_t>(*step.from)] = true;
      }
    }
  }
  for (const bool each : ends) {
    if (!each) return false;
  }
  return true;
}

constexpr bool every_way_in_words() {
  for (size_t i = 0; i < table.size; ++i) {
    if (table.rows[i].ways == 0) return false;
    for (size_t way = 0; way < table.rows[i].ways; ++way) {
      if (table.rows[i].who[way].words[0] == 0) return false;
    }
  }
  return true;
}

static_assert(every_way_in_words(), "somebody may take every step, and words say who");
static_assert(each_pair_once(), "every (from, action) stands once");
static_assert(every_action_used(), "every action is a step of some state");
static_assert(every_state_reachable(), "every state can be reached from a report");
static_assert(every_state_can_end(), "every state can end, not only by being voided or merged");

// For each state (last: before the case exists) and action the row of its step, or -1.
constexpr auto make_index() {
  std::array<std::array<int8_t, action_count>, state_count + 1> index{};
  for (auto& row : index) row.fill(-1);
  for (size_t i = 0; i < table.size; ++i) {
    const Step& step = table.rows[i];
    const size_t from = step.from ? static_cast<size_t>(*step.from) : state_count;
    index[from][static_cast<size_t>(step.action)] = static_cast<int8_t>(i);
  }
  return index;
}
constexpr auto step_index = make_index();

}  // namespace

std::span<const Step> all_steps() {
  return std::span<const Step>(table.rows).first(table.size);
}

const Step* find_step(std::optional<State> from, Action action) {
  const size_t row = from ? static_cast<size_t>(*from) : state_count;
  const int8_t at = step_index[row][static_cast<size_t>(action)];
  return at < 0 ? nullptr : &table.rows[static_cast<size_t>(at)];
}

bool ladder_only(const Step& step) {
  return step.ways == 1 && step.who[0].reach == Reach::ladder;
}

std::vector<Action> open_actions(State from) {
  std::vector<Action> actions;
  for (const Step& step : all_steps()) {
    if (step.from == from && !ladder_only(step)) actions.push_back(step.action);
  }
  return actions;
}

std::vector<Action> personal_actions() {
  std::vector<Action> actions;
  for (const Step& step : all_steps()) {
    const bool known = std::find(actions.begin(), actions.end(), step.action) != actions.end();
    if (!known && !ladder_only(step)) actions.push_back(step.action);
  }
  return actions;
}

bool terminal(State state) {
  return !open_state(state);
}

}  // namespace grid::domain
