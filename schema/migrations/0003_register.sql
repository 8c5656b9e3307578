-- The registers: households, people and where they live. A person is one row; each stay is a
-- spell in residence, so that leaving and coming back are two rows and nothing is overwritten.

-- Files that were imported; the same file again changes nothing.
CREATE TABLE import_batch (
  id          INTEGER PRIMARY KEY, -- row number; the `batch` of the records
  uid         TEXT NOT NULL UNIQUE, -- unique beyond this file
  file        TEXT NOT NULL,    -- name of the file, without its folder
  digest      BLOB NOT NULL,    -- SM3 of the file's bytes and of the options that tell how to read it
  at          INTEGER NOT NULL, -- when it was imported
  actor       TEXT NOT NULL,    -- login that acted
  login       TEXT NOT NULL,    -- system login
  encoding    TEXT NOT NULL,    -- as found or given
  delimiter   TEXT,             -- of a CSV file
  header_row  INTEGER,          -- row of the headings
  read        INTEGER NOT NULL, -- data rows read
  added       INTEGER NOT NULL, -- records added
  changed     INTEGER NOT NULL, -- records changed
  same        INTEGER NOT NULL, -- records that were there already
  rejected    INTEGER NOT NULL, -- rows refused
  repaired    INTEGER NOT NULL, -- values repaired
  warned      INTEGER NOT NULL, -- warnings given
  skipped     INTEGER NOT NULL  -- titles, footers and blank rows
) STRICT;
CREATE INDEX import_batch_digest ON import_batch (digest);

-- Households (户): key is the community and its own number.
CREATE TABLE household (
  id        INTEGER PRIMARY KEY, -- row number
  uid       TEXT NOT NULL,      -- unique beyond this file
  community INTEGER NOT NULL REFERENCES area, -- community that gave the number
  no        TEXT NOT NULL,      -- the community's number for it
  area      INTEGER REFERENCES area, -- grid in which it lies
  address   TEXT,               -- where, in words
  building  TEXT,               -- building
  unit      TEXT,               -- entrance of the building
  room      TEXT,               -- room
  kind      TEXT NOT NULL CHECK (kind IN ('family', 'collective')), -- family or collective
  vacant    INTEGER NOT NULL DEFAULT 0, -- 1: registered without dwelling (空挂户)
  batch     INTEGER REFERENCES import_batch, -- import that brought or last changed it
  UNIQUE (community, no)
) STRICT;
CREATE INDEX household_area ON household (area);

-- People (人口), each once, whatever their roles.
CREATE TABLE person (
  id          INTEGER PRIMARY KEY, -- row number
  uid         TEXT NOT NULL,    -- unique beyond this file
  id_kind     TEXT NOT NULL,    -- resident_id, hmt_permit, foreign_pr, passport, none
  id_no       TEXT,             -- personal: number in normal form; NULL: none
  name        TEXT NOT NULL,    -- personal: name
  former_name TEXT,             -- personal: former name
  sex         TEXT,             -- GB/T 2261.1: 0, 1, 2, 9
  birth       TEXT,             -- date, YYYY-MM or YYYY: as precise as it is known
  ethnic      TEXT,             -- GB/T 3304 number, two digits
  nationality TEXT,             -- ISO 3166-1 alpha-3
  phone       TEXT,             -- personal: telephone
  politics    TEXT,             -- GB/T 4762, two digits
  education   TEXT,             -- GB/T 4658, two digits
  marriage    TEXT,             -- GB/T 2261.2, two digits
  registered_address TEXT,      -- personal: address of registration
  tags        TEXT,             -- words separated by single spaces
  batch       INTEGER REFERENCES import_batch -- import that brought or last changed it
) STRICT;
CREATE UNIQUE INDEX person_number ON person (id_no, id_kind) WHERE id_no IS NOT NULL;
CREATE INDEX person_name ON person (name, birth);

-- Spells of residence (居住): who lived where, as what, from when to when.
CREATE TABLE residence (
  id         INTEGER PRIMARY KEY, -- row number
  person     INTEGER NOT NULL REFERENCES person, -- who
  household  INTEGER REFERENCES household, -- in which household
  area       INTEGER REFERENCES area, -- in which grid
  kind       TEXT,              -- registered, permanent, floating, lodging, foreign
  relation   TEXT,              -- to the head of the household, GB/T 4761, two digits
  consistent INTEGER,           -- 1: lives where registered (人户一致)
  address    TEXT,              -- personal: where the person lives, in words
  since      TEXT,              -- first day; NULL: not known
  until      TEXT,              -- first day no longer there; NULL: still there
  reason     TEXT,              -- why the spell began or ended
  batch      INTEGER REFERENCES import_batch -- import that brought or last changed it
) STRICT;
CREATE INDEX residence_person ON residence (person, until);
CREATE INDEX residence_household ON residence (household);
CREATE INDEX residence_area ON residence (area);

-- Who saw personal data unmasked, when, and what for (PIPL art. 51, 54).
CREATE TABLE access_log (
  id      INTEGER PRIMARY KEY,  -- order of recording
  at      INTEGER NOT NULL,     -- when
  actor   TEXT NOT NULL,        -- login that acted
  login   TEXT NOT NULL,        -- system login
  tool    TEXT NOT NULL,        -- which tool
  purpose TEXT NOT NULL,        -- as given with --reveal
  records INTEGER NOT NULL      -- how many records were shown
) STRICT;
CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;
CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never deleted'); END;
