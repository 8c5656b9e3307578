-- What an event may change of a case.
UPDATE case_file SET
  state = :state, level = :level, owner_area = :owner_area, owner_org = :owner_org,
  owner_staff = :owner_staff, first_org = :first_org, urgency = :urgency,
  accepted_at = :accepted_at, dispatched_at = :dispatched_at, signed_at = :signed_at,
  resolved_at = :resolved_at, verified_at = :verified_at, closed_at = :closed_at,
  ended_at = :ended_at, stage = :stage, due = :due, provisional = :provisional,
  handle_due = :handle_due, handle_left = :handle_left,
  handle_provisional = :handle_provisional, case_due = :case_due, case_left = :case_left,
  case_provisional = :case_provisional, paused = :paused, late = :late, supervise = :supervise,
  returns = :returns, extensions = :extensions, reworks = :reworks, reopens = :reopens,
  cycle = :cycle, master = (SELECT id FROM case_file WHERE no = :master), excluded = :excluded,
  contacted = :contacted, solved = :solved, satisfaction = :satisfaction, policy = :policy,
  handler = :handler, accepted_area = :accepted_area, last_seq = :last_seq, last_at = :last_at
WHERE no = :no
