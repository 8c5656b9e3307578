-- The registers: households, people and where they live. A person is one row; each stay is a
-- spell in residence, so that leaving and coming back are two rows and nothing is overwritten.

-- Batches (批次): what changed the register at one time, and can be taken back as one: a file that
-- was imported, a run of moves, an undoing, an erasure. New rows of a batch are numbered one after
-- the other, from the last number that any batch before it has given, so that no number comes twice.
CREATE TABLE register_batch (
  id          INTEGER PRIMARY KEY, -- row number; the `batch` of the records
  uid         TEXT NOT NULL UNIQUE, -- unique beyond this file
  kind        TEXT NOT NULL CHECK (kind IN ('import', 'move', 'undo', 'erase')), -- what it was
  file        TEXT NOT NULL,    -- name of the file, without its folder; of others the tool's
  digest      BLOB,             -- of an import: SM3 of the bytes and of the options that tell how to read them
  at          INTEGER NOT NULL, -- when it was recorded
  actor       TEXT NOT NULL,    -- login that acted
  login       TEXT NOT NULL,    -- system login
  encoding    TEXT,             -- of a file: as found or given
  delimiter   TEXT,             -- of a CSV file
  sheet       TEXT,             -- of a workbook
  header_row  INTEGER,          -- row of the headings
  whole       INTEGER NOT NULL DEFAULT 0, -- 1: a complete register (--full)
  read        INTEGER NOT NULL DEFAULT 0, -- data rows read
  added       INTEGER NOT NULL DEFAULT 0, -- records added
  changed     INTEGER NOT NULL DEFAULT 0, -- records changed
  same        INTEGER NOT NULL DEFAULT 0, -- records that were there already
  rejected    INTEGER NOT NULL DEFAULT 0, -- rows refused
  repaired    INTEGER NOT NULL DEFAULT 0, -- values repaired
  warned      INTEGER NOT NULL DEFAULT 0, -- warnings given
  skipped     INTEGER NOT NULL DEFAULT 0, -- titles, footers and blank rows
  details     TEXT,             -- what an import said besides: name=count lines, such as persons=7
  gone        INTEGER NOT NULL DEFAULT 0, -- of a complete register: people that it missed
  dwelling_from   INTEGER NOT NULL DEFAULT 1, -- its new dwellings: from this number,
  dwelling_below  INTEGER NOT NULL DEFAULT 1, -- below this one
  household_from  INTEGER NOT NULL DEFAULT 1, -- its new households, likewise
  household_below INTEGER NOT NULL DEFAULT 1, -- below this one
  person_from     INTEGER NOT NULL DEFAULT 1, -- its new people
  person_below    INTEGER NOT NULL DEFAULT 1, -- below this one
  residence_from  INTEGER NOT NULL DEFAULT 1, -- its new spells
  residence_below INTEGER NOT NULL DEFAULT 1, -- below this one
  undoes      INTEGER REFERENCES register_batch, -- of an undoing: the batch taken back
  reason      TEXT              -- as given with a move or an undoing
) STRICT;
CREATE INDEX register_batch_digest ON register_batch (digest) WHERE digest IS NOT NULL;
CREATE INDEX register_batch_undoes ON register_batch (undoes) WHERE undoes IS NOT NULL;

-- What batches changed: rows that were there before, as they were. So nothing is overwritten
-- without a trace, and a batch can be taken back as long as no later change stands on it.
CREATE TABLE register_change (
  id      INTEGER PRIMARY KEY,  -- order of recording
  batch   INTEGER NOT NULL REFERENCES register_batch, -- which batch changed it
  noun    TEXT NOT NULL CHECK (noun IN ('dwelling', 'household', 'person', 'residence')), -- of what
  row     INTEGER NOT NULL,     -- its row number
  removed INTEGER NOT NULL DEFAULT 0, -- 1: the row is gone since
  before  TEXT NOT NULL         -- personal: a JSON object of its columns, as they were
) STRICT;
CREATE INDEX register_change_row ON register_change (noun, row);
CREATE INDEX register_change_batch ON register_change (batch, noun, row);

-- Rows of which no rule can tell whom they mean: a person decides (household-move same|different).
CREATE TABLE register_candidate (
  id       INTEGER PRIMARY KEY AUTOINCREMENT, -- row number, by which it is named; never given twice
  batch    INTEGER NOT NULL REFERENCES register_batch, -- in which it came
  digest   BLOB NOT NULL UNIQUE, -- of what the row says: the same row is asked about once
  code     TEXT NOT NULL,       -- why: person.candidate, person.ambiguous
  entry    TEXT,                -- personal: the row, as a record; NULL: erased
  state    TEXT NOT NULL CHECK (state IN ('open', 'same', 'different')), -- what was decided
  person   INTEGER REFERENCES person, -- whom it turned out to mean
  decided  INTEGER REFERENCES register_batch -- the batch of the decision
) STRICT;
CREATE INDEX register_candidate_batch ON register_candidate (batch);
CREATE INDEX register_candidate_person ON register_candidate (person) WHERE person IS NOT NULL;
CREATE INDEX register_candidate_decided ON register_candidate (decided) WHERE decided IS NOT NULL;
-- The people whom such a row may mean.
CREATE TABLE register_likeness (
  candidate INTEGER NOT NULL REFERENCES register_candidate, -- the row
  person    INTEGER NOT NULL REFERENCES person,             -- one whom it may mean
  PRIMARY KEY (candidate, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_likeness_person ON register_likeness (person);

-- Dwellings (房屋): places where people live; several households may share one.
CREATE TABLE dwelling (
  id        INTEGER PRIMARY KEY, -- row number
  uid       TEXT NOT NULL,      -- unique beyond this file
  community INTEGER NOT NULL REFERENCES area, -- community in which it lies
  building  TEXT,               -- building
  unit      TEXT,               -- entrance of the building
  room      TEXT,               -- room
  address   TEXT,               -- where, in words
  kind      TEXT,               -- rented, own, works hostel …: 住所类型, in the office's words
  batch     INTEGER NOT NULL    -- register_batch that brought or last changed it
) STRICT;
CREATE INDEX dwelling_place ON dwelling (community, building, unit, room, address);

-- Households (户): key is the community and its own number.
CREATE TABLE household (
  id        INTEGER PRIMARY KEY, -- row number
  uid       TEXT NOT NULL,      -- unique beyond this file
  community INTEGER NOT NULL REFERENCES area, -- community that gave the number
  no        TEXT NOT NULL,      -- the community's number for it
  area      INTEGER REFERENCES area, -- grid in which it lies
  dwelling  INTEGER REFERENCES dwelling, -- where it lives
  kind      TEXT NOT NULL CHECK (kind IN ('family', 'collective')), -- family or collective
  vacant    INTEGER NOT NULL DEFAULT 0, -- 1: registered without dwelling (空挂户)
  ended     TEXT,               -- first day on which it was none any more; NULL: it is one
  visited   INTEGER,            -- when it was visited last, of the table visit
  batch     INTEGER NOT NULL REFERENCES register_batch, -- that brought or last changed it
  UNIQUE (community, no)
) STRICT;
CREATE INDEX household_area ON household (area);
CREATE INDEX household_dwelling ON household (dwelling);

-- People (人口), each once, whatever their roles.
CREATE TABLE person (
  id          INTEGER PRIMARY KEY, -- row number, by which tools name people
  uid         TEXT NOT NULL,    -- unique beyond this file
  id_kind     TEXT NOT NULL,    -- resident_id, hmt_permit, foreign_pr, passport, none
  id_no       TEXT,             -- personal: number in normal form; NULL: none
  name        TEXT NOT NULL,    -- personal: name; empty: erased
  former_name TEXT,             -- personal: former name
  sex         TEXT,             -- GB/T 2261.1: 0, 1, 2, 9
  birth       TEXT,             -- date, YYYY-MM or YYYY: as precise as it is known
  died        TEXT,             -- date of death
  ethnic      TEXT,             -- GB/T 3304 number, two digits
  nationality TEXT,             -- ISO 3166-1 alpha-3
  phone       TEXT,             -- personal: telephone
  politics    TEXT,             -- GB/T 4762, two digits
  education   TEXT,             -- GB/T 4658, two digits
  marriage    TEXT,             -- GB/T 2261.2, two digits
  registered_address TEXT,      -- personal: address of registration
  tags        TEXT,             -- words separated by single spaces
  source      TEXT,             -- system that the record comes from
  source_ref  TEXT,             -- its key there
  erased      INTEGER,          -- when its personal data was erased
  batch       INTEGER NOT NULL  -- register_batch that brought or last changed it
) STRICT;
CREATE INDEX person_numberless ON person (name, birth) WHERE id_no IS NULL AND erased IS NULL;
CREATE UNIQUE INDEX person_source ON person (source, source_ref) WHERE source_ref IS NOT NULL;

-- The index of people: who has a character at a place of the name, a reading, the end of a telephone,
-- or a number (grid/domain/person_terms.h). It is made of person alone; grid-check compares. Nobody
-- else has a person's number: whoever writes one looks first, and grid-check looks at all. A unique
-- index would say it again, at the price of one page of the file for nearly each of the people who
-- come into a register of a million: numbers lie as dice fall.
CREATE TABLE person_term_part (
  id      INTEGER PRIMARY KEY,  -- row number; written one after the other
  sort    TEXT NOT NULL CHECK (sort IN ('name', 'number')), -- of which terms; of telephones: name
  entries INTEGER NOT NULL      -- how many people its blocks name, each as often as they do
) STRICT;
-- The blocks of the parts: who has a term, in ascending order.
CREATE TABLE person_term (
  part   INTEGER NOT NULL REFERENCES person_term_part, -- which part it belongs to
  term   INTEGER NOT NULL,      -- personal: what is found
  first  INTEGER NOT NULL,      -- row number of the first person of the block
  people BLOB NOT NULL,         -- distances of the others, each from the one before; 7 bits a byte
  PRIMARY KEY (part, term, first)
) STRICT, WITHOUT ROWID;

-- Spells of residence (居住): who lived where, as what, from when to when.
CREATE TABLE residence (
  id         INTEGER PRIMARY KEY, -- row number
  person     INTEGER NOT NULL REFERENCES person, -- who
  household  INTEGER REFERENCES household, -- in which household
  area       INTEGER REFERENCES area, -- in which grid; without household perhaps the community
  kind       TEXT,              -- registered, permanent, floating, lodging, foreign
  relation   TEXT,              -- to the head of the household, GB/T 4761, two digits
  consistent INTEGER,           -- 1: lives where registered (人户一致)
  address    TEXT,              -- personal: where the person lives, in words
  since      TEXT,              -- first day; NULL: not known
  until      TEXT,              -- first day no longer there; NULL: still there
  ended_by   TEXT,              -- why it ended: moved, out, death, head, split, merge, …
  flow_reason TEXT,             -- of floating people: why they came, two digits (流入原因)
  origin     TEXT,              -- where they came from, in words (流出地)
  permit_no  TEXT,              -- personal: number of the residence permit (居住证号)
  registered_on TEXT,           -- when they registered (登记日期)
  permit_until  TEXT,           -- until when the permit holds (到期日期)
  presumed_gone INTEGER REFERENCES register_batch, -- complete register that missed the person
  batch      INTEGER NOT NULL  -- register_batch that brought or last changed it
) STRICT;
CREATE INDEX residence_person ON residence (person, until);
CREATE INDEX residence_household ON residence (household);
-- Whoever lives in a household lives in its grid, and is found through it.
CREATE INDEX residence_area ON residence (area) WHERE household IS NULL OR until IS NOT NULL;
CREATE INDEX residence_gone ON residence (presumed_gone) WHERE presumed_gone IS NOT NULL;

-- Home visits (走访) and patrols (巡查).
CREATE TABLE visit (
  id          INTEGER PRIMARY KEY, -- row number
  uid         TEXT NOT NULL UNIQUE, -- unique beyond this file
  kind        TEXT NOT NULL CHECK (kind IN ('home', 'patrol')), -- to a household, or through an area
  household   INTEGER REFERENCES household, -- visited
  case_no     TEXT,             -- case that it was about
  area        INTEGER NOT NULL REFERENCES area, -- where: the household's at that time, the case's, or the one named
  at          INTEGER NOT NULL, -- when it was
  staff       TEXT NOT NULL,    -- login of who visited
  result      TEXT,             -- what came of it
  lon         REAL,             -- longitude, degrees
  lat         REAL,             -- latitude, degrees
  recorded_at INTEGER NOT NULL, -- when it was recorded
  actor       TEXT NOT NULL,    -- login that recorded it
  login       TEXT NOT NULL,    -- system login
  source      TEXT,             -- system that the record comes from
  source_ref  TEXT              -- its key there
) STRICT;
CREATE INDEX visit_household ON visit (household, at) WHERE household IS NOT NULL;
CREATE INDEX visit_at ON visit (at, area);
CREATE UNIQUE INDEX visit_source ON visit (source, source_ref) WHERE source_ref IS NOT NULL;
-- A visit with the key of its household, as tools show it.
CREATE VIEW visit_row AS
SELECT v.id, v.kind, h.community, h.no AS household_no, v.case_no, v.area, v.at, v.staff, v.result,
       v.lon, v.lat, v.source, v.source_ref, v.recorded_at, v.actor, v.household
FROM visit AS v
LEFT JOIN household AS h ON h.id = v.household;

-- Who saw personal data unmasked, when, and what for (PIPL art. 51, 54).
CREATE TABLE access_log (
  id      INTEGER PRIMARY KEY,  -- order of recording
  at      INTEGER NOT NULL,     -- when
  actor   TEXT NOT NULL,        -- login that acted
  login   TEXT NOT NULL,        -- system login
  tool    TEXT NOT NULL,        -- which tool
  purpose TEXT NOT NULL,        -- as given with --reveal
  records INTEGER NOT NULL,     -- how many records were shown
  noun    TEXT NOT NULL DEFAULT '', -- of what: case, household, person, …
  choice  TEXT NOT NULL DEFAULT '', -- which were asked for: the options, without anything personal
  fields  TEXT NOT NULL DEFAULT '', -- which personal fields were shown, separated by commas
  keys    TEXT NOT NULL DEFAULT ''  -- which records: row numbers or case numbers; runs as 1-500
) STRICT;
CREATE TRIGGER access_log_no_update BEFORE UPDATE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;
CREATE TRIGGER access_log_no_delete BEFORE DELETE ON access_log
BEGIN SELECT RAISE(ABORT, 'the access log is never deleted'); END;
