-- A case as its first event makes it.
INSERT INTO case_file (
  no, state, title, text, category, area, level, owner_area, owner_org, owner_staff, first_org,
  urgency, channel, reporter_name, reporter_phone, address, lon, lat, crs, source, source_ref,
  reported_at, accepted_at, dispatched_at, signed_at, resolved_at, verified_at, closed_at,
  ended_at, stage, due, step_worth, provisional, handle_due, handle_left, handle_worth,
  handle_provisional, case_due, case_left, case_worth, case_provisional, promise_policy,
  promise_calendar, promise_since, paused, late, used, late_area, late_org, late_staff, supervise,
  returns, cycle_returns, refused_by, refused_area, final_dispatch, extensions, reworks, reopens, urges,
  cycle, master, merged_from, excluded, contacted, solved, satisfaction, receipt, policy, calendar,
  handler, reporter, accepted_area, last_seq, last_at,
  heard_at, parts, ladder_at, community)
VALUES (
  :no, :state, :title, :text, :category, :area, :level, :owner_area, :owner_org, :owner_staff,
  :first_org, :urgency, :channel, :reporter_name, :reporter_phone, :address, :lon, :lat, :crs,
  :source, :source_ref, :reported_at, :accepted_at, :dispatched_at, :signed_at, :resolved_at,
  :verified_at, :closed_at, :ended_at, :stage, :due, :step_worth, :provisional, :handle_due,
  :handle_left, :handle_worth, :handle_provisional, :case_due, :case_left, :case_worth,
  :case_provisional, :promise_policy, :promise_calendar, :promise_since, :paused, :late, :used,
  :late_area, :late_org, :late_staff, :supervise, :returns, :cycle_returns,
  :refused_by, :refused_area, :final_dispatch, :extensions, :reworks, :reopens, :urges, :cycle,
  (SELECT id FROM case_file WHERE no = :master), :merged_from, :excluded, :contacted, :solved,
  :satisfaction, :receipt, :policy, :calendar, :handler, :reporter, :accepted_area, :last_seq,
  :last_at, :heard_at, :parts, :ladder_at, :community)
