-- What an event may change of a case; run in parts (grid/sql/partial_update.h), by what it changes.
UPDATE case_file SET
  state = :state, level = :level, owner_area = :owner_area, owner_org = :owner_org,
  owner_staff = :owner_staff, first_org = :first_org, urgency = :urgency,
  accepted_at = :accepted_at, dispatched_at = :dispatched_at, signed_at = :signed_at,
  resolved_at = :resolved_at, verified_at = :verified_at, closed_at = :closed_at,
  ended_at = :ended_at, stage = :stage, due = :due, step_worth = :step_worth,
  provisional = :provisional, handle_due = :handle_due, handle_left = :handle_left,
  handle_worth = :handle_worth, handle_provisional = :handle_provisional, case_due = :case_due,
  case_left = :case_left, case_worth = :case_worth, case_provisional = :case_provisional,
  promise_policy = :promise_policy, promise_calendar = :promise_calendar,
  promise_since = :promise_since,
  paused = :paused, late = :late, used = :used, late_area = :late_area, late_org = :late_org,
  late_staff = :late_staff, supervise = :supervise, returns = :returns,
  cycle_returns = :cycle_returns, refused_by = :refused_by,
  refused_area = :refused_area, final_dispatch = :final_dispatch,
  extensions = :extensions, reworks = :reworks, reopens = :reopens, urges = :urges,
  cycle = :cycle, master = (SELECT id FROM case_file WHERE no = :master),
  merged_from = :merged_from, excluded = :excluded, contacted = :contacted, solved = :solved,
  satisfaction = :satisfaction, policy = :policy, calendar = :calendar, handler = :handler,
  accepted_area = :accepted_area, last_seq = :last_seq, last_at = :last_at,
  heard_at = :heard_at, parts = :parts, ladder_at = :ladder_at
WHERE id = :id
