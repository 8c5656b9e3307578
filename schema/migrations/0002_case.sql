-- Cases (案件, 事件) are rows derived from an append-only table of events: event is the truth,
-- case_file an index of it that grid-check recomputes.

-- The last case number given out for each day.
CREATE TABLE case_number (
  day  TEXT PRIMARY KEY,        -- local date on which the case was filed, YYYYMMDD
  last INTEGER NOT NULL         -- last sequence number given out
) STRICT, WITHOUT ROWID;

-- One row a case: its state after its last event.
CREATE TABLE case_file (
  id            INTEGER PRIMARY KEY, -- row number, in the order of filing
  no            TEXT NOT NULL UNIQUE, -- root area, local date, sequence; unique beyond this file
  state         TEXT NOT NULL,  -- reported, accepted, dispatched, handling …
  title         TEXT NOT NULL,  -- what it is about
  text          TEXT,           -- the matter in full
  category      TEXT NOT NULL,  -- code of the policy's category tree
  area          INTEGER NOT NULL REFERENCES area, -- where it happened
  community     INTEGER NOT NULL REFERENCES area, -- community of `area` on the day of filing
  level         TEXT NOT NULL,  -- kind of the area whose centre holds it now
  owner_area    INTEGER NOT NULL REFERENCES area, -- area whose centre holds it now
  owner_org     INTEGER REFERENCES org, -- lead unit it was dispatched to
  owner_staff   TEXT,           -- login it was dispatched to
  first_org     INTEGER REFERENCES org, -- first unit (首接); never changes
  urgency       TEXT NOT NULL,  -- normal, urgent, emergency
  channel       TEXT NOT NULL,  -- patrol, visit, resident, hotline, department, import
  reporter_name TEXT,           -- personal: who reported
  reporter_phone TEXT,          -- personal: telephone of the reporter
  address       TEXT,           -- where, in words
  lon           REAL,           -- longitude in degrees
  lat           REAL,           -- latitude in degrees
  crs           TEXT,           -- reference system of lon and lat
  source        TEXT,           -- system the case came from
  source_ref    TEXT,           -- its key there; filed once
  reported_at   INTEGER NOT NULL, -- when it was reported
  accepted_at   INTEGER,        -- when it was accepted (last time)
  dispatched_at INTEGER,        -- when it was dispatched (last time)
  signed_at     INTEGER,        -- when the lead signed
  resolved_at   INTEGER,        -- when the result came back
  verified_at   INTEGER,        -- when the result was verified
  closed_at     INTEGER,        -- when it was closed
  ended_at      INTEGER,        -- when it reached a terminal state of any kind
  stage         TEXT,           -- whose clock runs: accept, sign, handle, verify
  due           INTEGER,        -- end of the running stage; NULL: none runs, or it is paused
  step_worth    INTEGER NOT NULL DEFAULT 0, -- seconds given to accept, sign or verify
  provisional   INTEGER NOT NULL DEFAULT 0, -- 1: `due` rests on days not yet arranged
  handle_due    INTEGER,        -- end of handling, which runs from dispatch on beside sign
  handle_left   INTEGER,        -- seconds left of handling while it stands still; < 0: over
  handle_worth  INTEGER NOT NULL DEFAULT 0, -- seconds given to handling, extensions and all
  handle_provisional INTEGER NOT NULL DEFAULT 0, -- 1: `handle_due` rests on such days
  case_due      INTEGER,        -- the promise to the resident; kept when the case has ended
  case_left     INTEGER,        -- seconds left of it while it stands still; < 0: over
  case_worth    INTEGER NOT NULL DEFAULT 0, -- seconds given to the promise
  case_provisional INTEGER NOT NULL DEFAULT 0, -- 1: `case_due` rests on such days
  promise_policy INTEGER NOT NULL REFERENCES policy, -- version under which the promise was given
  promise_calendar INTEGER NOT NULL REFERENCES policy, -- version whose calendars count for it
  promise_since INTEGER NOT NULL, -- when the promise began: reported, reopened, or merged from then
  paused        INTEGER NOT NULL DEFAULT 0, -- 1: suspended
  late          INTEGER,        -- frozen at closing: 1 closed after case_due, 0 in time
  used          INTEGER,        -- frozen at closing: seconds of the promise that were used
  late_area     INTEGER REFERENCES area, -- whose centre had it when the promise ran out
  late_org      INTEGER REFERENCES org, -- which unit had it then
  late_staff    TEXT,           -- who had it then
  supervise     INTEGER NOT NULL DEFAULT 0, -- supervision 0–3; only rises
  returns       INTEGER NOT NULL DEFAULT 0, -- times returned
  cycle_returns INTEGER NOT NULL DEFAULT 0, -- of those, in the present cycle
  refused_by    TEXT,           -- units that returned it in this cycle, separated by spaces
  refused_area  INTEGER REFERENCES area, -- centre to which it last came back in this cycle
  final_dispatch INTEGER NOT NULL DEFAULT 0, -- 1: the level above decided, no return
  extensions    INTEGER NOT NULL DEFAULT 0, -- extensions granted
  reworks       INTEGER NOT NULL DEFAULT 0, -- times found wanting
  reopens       INTEGER NOT NULL DEFAULT 0, -- times reopened
  urges         INTEGER NOT NULL DEFAULT 0, -- times somebody pressed for it (催办)
  cycle         INTEGER NOT NULL DEFAULT 1, -- 1 + reopens: the cycle its clocks belong to
  master        INTEGER REFERENCES case_file, -- case it was merged into
  merged_from   TEXT,           -- its state before that
  excluded      TEXT,           -- reason for which it leaves the denominators
  contacted     INTEGER,        -- call-back: reporter contacted in time
  solved        INTEGER,        -- call-back: matter solved
  satisfaction  TEXT,           -- call-back: satisfied, basic, dissatisfied, unreachable
  receipt       TEXT NOT NULL UNIQUE, -- what the resident asks with; cannot be guessed
  policy        INTEGER NOT NULL REFERENCES policy, -- version whose limits its stages have
  calendar      INTEGER NOT NULL REFERENCES policy, -- version whose calendars count for them
  handler       TEXT,           -- login that handed in the result; never verifies it
  reporter      TEXT NOT NULL,  -- login that filed it
  accepted_area INTEGER REFERENCES area, -- centre that accepted it; it closes
  last_seq      INTEGER NOT NULL, -- sequence of its last event
  last_at       INTEGER NOT NULL, -- when its last event happened
  heard_at      INTEGER NOT NULL, -- last sign of life: the ladder's supervision and urges are none
  parts         INTEGER NOT NULL DEFAULT 0, -- further rows: 1 joint units, 2 whistles, 4 merged
  ladder_at     INTEGER         -- earliest moment at which the ladder looks at it; NULL: never
) STRICT;
CREATE UNIQUE INDEX case_source ON case_file (source, source_ref) WHERE source_ref IS NOT NULL;
CREATE INDEX case_area ON case_file (area, state);
CREATE INDEX case_state ON case_file (state);
-- By category; and where likely doubles are looked for.
CREATE INDEX case_category ON case_file (category, community, reported_at);
CREATE INDEX case_reported ON case_file (reported_at);
CREATE INDEX case_org ON case_file (owner_org, state) WHERE owner_org IS NOT NULL;
CREATE INDEX case_staff ON case_file (owner_staff, state) WHERE owner_staff IS NOT NULL;
-- Open emergencies, which come first in every list.
CREATE INDEX case_emergency ON case_file (urgency, ended_at)
  WHERE urgency = 'emergency' AND ended_at IS NULL;
-- What is or will be late: only cases that are open have their clocks in these.
CREATE INDEX case_open_due ON case_file (due) WHERE due IS NOT NULL;
CREATE INDEX case_open_handle ON case_file (handle_due) WHERE handle_due IS NOT NULL;
CREATE INDEX case_open_promise ON case_file (case_due, ended_at)
  WHERE case_due IS NOT NULL AND ended_at IS NULL;

CREATE INDEX case_ladder ON case_file (ladder_at) WHERE ladder_at IS NOT NULL;
CREATE INDEX case_master ON case_file (master) WHERE master IS NOT NULL;

-- Where words stand in title and text of the cases: `grams` is the pairs of neighbouring characters
-- (grid/domain/text_grams.h), which FTS5 keeps by case; rowid is case_file.id. Title and text never
-- change, so that an entry is only ever added. case_text_docsize has the number of grams of each.
CREATE VIRTUAL TABLE case_text USING fts5 (
  grams, content = '', detail = none, tokenize = 'ascii'
);

-- The columns of a case in the order in which lib/store reads them: the one place that lists them
-- for every query.
CREATE VIEW case_row AS
SELECT id, no, state, title, text, category, area, level, owner_area, owner_org, owner_staff,
       first_org, urgency, channel, reporter_name, reporter_phone, address, lon, lat, crs, source,
       source_ref, reported_at, accepted_at, dispatched_at, signed_at, resolved_at, verified_at,
       closed_at, ended_at, stage, due, step_worth, provisional, handle_due, handle_left,
       handle_worth, handle_provisional, case_due, case_left, case_worth, case_provisional,
       promise_policy, promise_calendar, promise_since, paused,
       late, used, late_area, late_org, late_staff, supervise, returns, cycle_returns, refused_by,
       final_dispatch, extensions, reworks, reopens, urges, cycle,
       (SELECT m.no FROM case_file AS m WHERE m.id = case_file.master) AS master_no, merged_from,
       excluded, contacted, solved, satisfaction, receipt, policy, calendar, handler, reporter,
       accepted_area, refused_area, last_seq, last_at, heard_at, parts
FROM case_file;

-- Units that help the lead (联合处置), one row each a cycle.
CREATE TABLE case_joint (
  case_file   INTEGER NOT NULL REFERENCES case_file, -- which case
  org         INTEGER NOT NULL REFERENCES org, -- which unit
  since       INTEGER NOT NULL, -- when it was called in
  position    INTEGER NOT NULL, -- order in which the units were named
  due         INTEGER,          -- end of its own clock, kept when it answers; NULL: none, or paused
  left        INTEGER,          -- seconds left of it while it stands still; < 0: over
  worth       INTEGER NOT NULL, -- seconds it was given
  provisional INTEGER NOT NULL, -- 1: `due` rests on days not yet arranged
  answered_at INTEGER,          -- when it answered; NULL: not yet
  released    TEXT,             -- reason for which nothing more is asked of it; NULL: asked
  PRIMARY KEY (case_file, org)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_joint_org ON case_joint (org);

-- Units that were called to the spot (吹哨报到), one row a call.
CREATE TABLE case_whistle (
  case_file  INTEGER NOT NULL REFERENCES case_file, -- which case
  position   INTEGER NOT NULL, -- order of calling
  org        INTEGER NOT NULL REFERENCES org, -- which unit
  called_at  INTEGER NOT NULL, -- when it was called
  arrived_at INTEGER,          -- when it arrived; NULL: not yet
  outcome    TEXT,             -- what came of it
  score      INTEGER,          -- 0 to 100, by the street
  PRIMARY KEY (case_file, position)
) STRICT, WITHOUT ROWID;

-- What happened to the cases, in the order of recording. Never changed, never deleted; `hash`
-- covers the row and the hash of the row before it, so that an alteration shows.
CREATE TABLE event (
  id          INTEGER PRIMARY KEY, -- order of recording, without gaps
  case_file   INTEGER NOT NULL REFERENCES case_file, -- which case
  seq         INTEGER NOT NULL, -- 1, 2, 3 … within the case
  action      TEXT NOT NULL,    -- report, accept, dispatch …
  at          INTEGER NOT NULL, -- when it happened
  recorded_at INTEGER NOT NULL, -- when it was recorded
  actor       TEXT NOT NULL,    -- login that acted
  login       TEXT NOT NULL,    -- system login
  post        TEXT NOT NULL,    -- for which post: role and area or organisation, admin, ladder …
  from_state  TEXT,             -- state before; NULL for report
  to_state    TEXT NOT NULL,    -- state after
  area        INTEGER REFERENCES area, -- area that the action names or that holds the case after it
  org         INTEGER REFERENCES org, -- organisation that the action names
  staff       TEXT,             -- login that the action names
  reason      TEXT,             -- reason code or words
  text        TEXT,             -- what was said
  data        TEXT NOT NULL,    -- the action's other facts: name=value lines, see HACKING.md
  personal    BLOB,             -- salted SM3 of the row of event_personal; NULL: none
  hash        BLOB NOT NULL,    -- SM3 of the row and of the hash before
  UNIQUE (case_file, seq)
) STRICT;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

-- The personal text of an event, beside it, so that it can be erased and the chain still holds.
CREATE TABLE event_personal (
  event INTEGER PRIMARY KEY REFERENCES event, -- whose
  salt  BLOB NOT NULL,          -- 16 bytes that enter the digest
  body  TEXT NOT NULL           -- name=value lines: reporter_name, reporter_phone
) STRICT;

-- The columns of an event in the order in which lib/store reads them.
CREATE VIEW event_row AS
SELECT e.id, e.case_file, c.no, e.seq, e.action, e.at, e.recorded_at, e.actor, e.login,
       e.post, e.from_state, e.to_state, a.code AS area, o.code AS org, e.staff, e.reason, e.text, e.data,
       e.personal, e.hash, p.salt, p.body
FROM event AS e
JOIN case_file AS c ON c.id = e.case_file
LEFT JOIN area AS a ON a.id = e.area
LEFT JOIN org AS o ON o.id = e.org
LEFT JOIN event_personal AS p ON p.event = e.id;

-- Steps of the ladder (升级阶梯) that fired, each once for a case, cycle and stage, and the notice
-- that each gave rise to.
CREATE TABLE ladder_firing (
  case_file INTEGER NOT NULL REFERENCES case_file, -- which case
  cycle     INTEGER NOT NULL,   -- which cycle of the case
  stage     TEXT NOT NULL,      -- accept, sign, handle, verify
  rule      TEXT NOT NULL,      -- key of the ladder rule
  at        INTEGER NOT NULL,   -- when it fired
  skipped   INTEGER NOT NULL,   -- 1: passed over for a higher step that fired at the same time
  reached   INTEGER NOT NULL,   -- when it was reached
  due       INTEGER,            -- the deadline it belongs to; NULL: by count or silence
  supervise INTEGER NOT NULL,   -- supervision of the case afterwards
  level     TEXT NOT NULL,      -- kind of the area that held it afterwards
  owner_area INTEGER NOT NULL REFERENCES area, -- that area
  target    TEXT,               -- code of the area or organisation whose people are told
  role      TEXT,               -- as what they are told
  addressee TEXT,               -- their logins, separated by spaces; NULL: nobody
  vacant    TEXT,               -- posts that nobody held, separated by commas
  obstacle  TEXT,               -- code of what it could not do
  text      TEXT,               -- of the notice
  send_at   INTEGER,            -- when the notice may be sent; NULL: there is none
  PRIMARY KEY (case_file, cycle, stage, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX ladder_notice ON ladder_firing (send_at) WHERE send_at IS NOT NULL;
