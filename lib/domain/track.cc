#include <grid/domain/track.h>

#include <array>

namespace grid::domain {

namespace {

// In the order of State.
constexpr std::array<Term, Terms<State>::all.size()> words{
    {{"reported", "已收到，等待受理", "received, waiting to be accepted"},
     {"accepted", "已受理，正在派单", "accepted, being assigned"},
     {"dispatched", "已派给承办单位", "given to the unit in charge"},
     {"handling", "正在办理", "being worked on"},
     {"suspended", "暂缓办理", "put off for the time being"},
     {"resolved", "已办理，正在核查", "done, being checked"},
     {"verified", "核查通过，等待结案", "checked, about to be closed"},
     {"closed", "已办结", "closed"},
     {"not_accepted", "不予受理", "not accepted"},
     {"voided", "已作废", "withdrawn"},
     {"merged", "已与另一件合并办理", "handled together with another case"}}};

// What was said at the last such step.
std::string said_at(std::span<const Event> events, Action action) {
  for (auto event = events.rbegin(); event != events.rend(); ++event) {
    if (event->action == action) return event->text.empty() ? event->reason : event->text;
  }
  return {};
}

// A result counts once somebody else has verified it.
std::string answer_of(const Case& matter, std::span<const Event> events) {
  if (matter.state == State::verified || matter.state == State::closed) {
    return said_at(events, Action::resolve);
  }
  return matter.state == State::not_accepted ? said_at(events, Action::reject) : std::string();
}

bool with_a_lead(State state) {
  return state != State::reported && state != State::accepted && state != State::not_accepted;
}

bool handed_in(State state) {
  return state == State::resolved || state == State::verified || state == State::closed;
}

void take_promise(Track& track, const Case& matter, Instant now) {
  if (matter.open()) {
    if (matter.paused || !matter.promise.due) return;
    track.promise = matter.promise.due;
    track.provisional = matter.promise.provisional;
    track.late = now > *matter.promise.due;
  } else if (matter.state == State::closed) {
    track.promise = matter.promise.due;
    track.late = matter.late;
  }
}

}  // namespace

Track track(const Case& own, const Case& master, std::span<const Event> events, Instant now) {
  Track seen;
  seen.no = own.no;
  seen.reported_at = own.reported_at;
  seen.state = master.state;
  seen.accepted_at = master.accepted_at;
  if (with_a_lead(master.state)) {
    seen.org = master.owner_org;
    seen.dispatched_at = master.dispatched_at;
  }
  if (handed_in(master.state)) seen.resolved_at = master.resolved_at;
  seen.ended_at = master.ended_at;
  take_promise(seen, master, now);
  seen.answer = answer_of(master, events);
  return seen;
}

std::string_view words_for_residents(State state, bool chinese) {
  const Term& term = words[static_cast<size_t>(state)];
  return chinese ? term.zh : term.en;
}

}  // namespace grid::domain
