// What the single actions ask for and record (an own header of lib/domain, not installed).
#pragma once

#include <grid/domain/case_decide.h>

namespace grid::domain {

// A step that the table and the posts allow, on its way to an event.
struct Deciding {
  const Case& matter;
  const Intent& intent;
  const Actor& actor;
  const CaseRules& rules;
  Instant now;
  const Case* master;  // the other case of a merging; nullptr: not known
};

// A dispatch that names nobody follows the policy's route for the category.
[[nodiscard]] Intent routed(Intent intent, const Case& matter, const CaseRules& rules, Instant now);

// What the table says that the step needs. Codes: field.required, case.rating.
[[nodiscard]] Status check_needs(const Step& step, const Intent& intent);

// May the unit still return what was dispatched to it? Code: case.return_late.
[[nodiscard]] Status check_silence(const Case& matter, const CaseRules& rules, Instant at);

// Completes the event by what its action says, or refuses it.
[[nodiscard]] Status decide_details(Event& event, const Deciding& deciding);

// The parts of decide_details that have files of their own.
[[nodiscard]] Status decide_dispatch(Event& event, const Deciding& deciding);
[[nodiscard]] Status decide_handle(Event& event, const Deciding& deciding);
[[nodiscard]] Status decide_whistle(Event& event, const Deciding& deciding);
[[nodiscard]] Status decide_merge(Event& event, const Deciding& deciding);
[[nodiscard]] Status decide_unmerge(const Event& event, const Deciding& deciding);

// "{action} needs {field}".
[[nodiscard]] Problem missing(const char* field, Action action);

}  // namespace grid::domain
