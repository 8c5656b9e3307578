-- A case as its first event makes it.
INSERT INTO case_file (
  no, state, title, text, category, area, level, owner_area, owner_org, owner_staff, first_org,
  urgency, channel, reporter_name, reporter_phone, address, lon, lat, crs, source, source_ref,
  reported_at, accepted_at, dispatched_at, signed_at, resolved_at, verified_at, closed_at,
  ended_at, stage, due, provisional, handle_due, handle_left, handle_provisional, case_due,
  case_left, case_provisional, paused, late, supervise, returns, extensions, reworks, reopens,
  cycle, master, excluded, contacted, solved, satisfaction, receipt, policy, handler, reporter,
  accepted_area, last_seq, last_at)
VALUES (
  :no, :state, :title, :text, :category, :area, :level, :owner_area, :owner_org, :owner_staff,
  :first_org, :urgency, :channel, :reporter_name, :reporter_phone, :address, :lon, :lat, :crs,
  :source, :source_ref, :reported_at, :accepted_at, :dispatched_at, :signed_at, :resolved_at,
  :verified_at, :closed_at, :ended_at, :stage, :due, :provisional, :handle_due, :handle_left,
  :handle_provisional, :case_due, :case_left, :case_provisional, :paused, :late, :supervise,
  :returns, :extensions, :reworks, :reopens, :cycle,
  (SELECT id FROM case_file WHERE no = :master), :excluded, :contacted, :solved, :satisfaction,
  :receipt, :policy, :handler, :reporter, :accepted_area, :last_seq, :last_at)
