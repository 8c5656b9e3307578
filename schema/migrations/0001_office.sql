-- The file of one office. application_id and user_version are set by lib/sql after the last
-- migration. Times are whole seconds since 1970-01-01T00:00:00Z; dates are text YYYY-MM-DD of
-- the office's own calendar; codes are the ones of the records (see grid-records(5)).
-- A `uid` is 32 hexadecimal digits, unique beyond this file: rows that may travel to another
-- office carry one. Row numbers (`id`) never leave the file.

-- The office to which the file belongs: exactly one row.
CREATE TABLE office (
  id         INTEGER PRIMARY KEY CHECK (id = 1), -- always 1
  uid        TEXT NOT NULL,     -- unique beyond this file
  secret     BLOB NOT NULL,     -- 32 random bytes; key of receipts and of the salts of personal text
  created_at INTEGER NOT NULL,  -- when grid-init made the file
  created_by TEXT NOT NULL      -- system login that made it; it is `admin`
) STRICT;

-- The office's rules (政策) in versions; the one with the largest `since` that has begun holds.
CREATE TABLE policy (
  version    INTEGER PRIMARY KEY, -- 1, 2, 3 …
  since      INTEGER NOT NULL,  -- the moment from which it holds for new cases
  applied_at INTEGER NOT NULL,  -- when it was applied
  actor      TEXT NOT NULL,     -- login that acted
  login      TEXT NOT NULL,     -- system login
  digest     BLOB NOT NULL,     -- SM3 of `document` and of the days in calendar_day
  document   TEXT NOT NULL      -- canonical TOML, as grid-policy show prints it, without the days
) STRICT;

-- The days of the working calendars (工作日历) as they stood in each policy version.
CREATE TABLE calendar_day (
  version   INTEGER NOT NULL REFERENCES policy, -- policy version
  calendar  TEXT NOT NULL,      -- name of the calendar; empty: the office's own
  date      TEXT NOT NULL,      -- the day
  published TEXT NOT NULL,      -- when the notice appeared; a later one supersedes
  kind      TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')), -- workday: make-up working day
  name      TEXT NOT NULL,      -- of the holiday it belongs to
  PRIMARY KEY (version, calendar, date, published)
) STRICT, WITHOUT ROWID;

-- Areas (区域): from city to micro-grid. What never changes stands here, the rest in area_spell.
CREATE TABLE area (
  id        INTEGER PRIMARY KEY, -- row number
  code      TEXT NOT NULL UNIQUE, -- 12 digits down to the community, then the grid's sequence …
  kind      TEXT NOT NULL,      -- one of the policy's levels
  since     TEXT,               -- first day of its existence; NULL: always
  until     TEXT,               -- first day on which it no longer exists; NULL: exists
  successor INTEGER REFERENCES area, -- the area that took over its territory
  households_expected INTEGER   -- households that should be found here
) STRICT;

-- Names and superiors of areas by time; a rename or a new parent begins a new spell.
CREATE TABLE area_spell (
  area   INTEGER NOT NULL REFERENCES area, -- whose
  since  TEXT NOT NULL,         -- first day; empty: from the beginning
  until  TEXT,                  -- first day no longer valid; NULL: still valid
  name   TEXT NOT NULL,         -- as people call it
  parent INTEGER REFERENCES area, -- direct superior; NULL: none in this file
  PRIMARY KEY (area, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX area_spell_parent ON area_spell (parent);

-- Organisations (单位): departments, stations, companies, social organisations.
CREATE TABLE org (
  id      INTEGER PRIMARY KEY,  -- row number
  code    TEXT NOT NULL UNIQUE, -- short code used in routes
  name    TEXT NOT NULL,        -- full name
  kind    TEXT NOT NULL,        -- department, station, committee …
  area    INTEGER REFERENCES area, -- where it sits or which it serves
  uscc    TEXT,                 -- unified social credit code (GB 32100)
  contact TEXT,                 -- contact person
  phone   TEXT                  -- office telephone
) STRICT;

-- People who work for the office, by login.
CREATE TABLE staff (
  id    INTEGER PRIMARY KEY,    -- row number
  login TEXT NOT NULL UNIQUE,   -- account name; --as LOGIN
  name  TEXT NOT NULL,          -- name
  phone TEXT                    -- work telephone
) STRICT;

-- Assignments (任职): who holds which post where, from when to when.
CREATE TABLE post (
  id    INTEGER PRIMARY KEY,    -- row number
  staff INTEGER NOT NULL REFERENCES staff, -- who
  role  TEXT NOT NULL,          -- head, worker, assistant, clerk, handler, leader, hotline, auditor, admin
  area  INTEGER REFERENCES area, -- for which area
  org   INTEGER REFERENCES org, -- for which organisation
  since TEXT NOT NULL,          -- first day; empty: from the beginning
  until TEXT                    -- first day no longer in office; NULL: in office
) STRICT;
CREATE UNIQUE INDEX post_key ON post (staff, role, ifnull(area, 0), ifnull(org, 0), since);
CREATE INDEX post_area ON post (area, role);
CREATE INDEX post_org ON post (org, role);
