#include <doctest/doctest.h>
#include <fmt/format.h>
#include <grid/store/anchor.h>
#include <grid/store/event_chain.h>

#include "store_office.h"

using namespace office;
using store::ChainFault;

namespace {

// Two cases of three events each, and what someone does to the file behind our back.
struct Tampered {
  StoredOffice office;

  Tampered() {
    for (const char* ref : {"1", "2"}) {
      NewCase one = filed();
      one.source_ref = ref;
      Case matter = office.report(one, worker, "2026-11-16 09:00");
      office.act(matter, intent(Action::accept), clerk, "2026-11-16 09:30");
      office.act(matter, intent(Action::note, "seen"), clerk, "2026-11-16 09:40");
    }
    office.db.execute("DROP TRIGGER event_no_update");
    office.db.execute("DROP TRIGGER event_no_delete");
    office.db.execute("PRAGMA foreign_keys = OFF");
  }
};

}  // namespace

TEST_CASE("an untouched chain holds, also where personal text was erased") {
  Tampered file;
  CHECK(!store::verify_chain(file.office.db));
  file.office.db.execute("DELETE FROM event_personal WHERE event = 1");
  CHECK(!store::verify_chain(file.office.db));
}

TEST_CASE("events are neither changed nor deleted while the triggers stand") {
  StoredOffice office;
  office.report(filed(), worker, "2026-11-16 09:00");
  CHECK_THROWS(office.db.execute("UPDATE event SET text = 'x'"));
  CHECK_THROWS(office.db.execute("DELETE FROM event"));
}

TEST_CASE("the first event at fault is named, and what was done to it") {
  struct Row {
    const char* what;
    const char* statement;
    ChainFault fault;
    int64_t event;
    const char* case_no;
    int64_t seq;
  };
  // Events 1 to 3 are the first case's, 4 to 6 the second's.
  constexpr const char* first = "330782002-20261116-0001";
  constexpr const char* second = "330782002-20261116-0002";
  for (const Row& row : {
           Row{"a text", "UPDATE event SET text = 'other' WHERE id = 3", ChainFault::altered, 3,
               first, 3},
           Row{"a time", "UPDATE event SET at = at + 1 WHERE id = 2", ChainFault::altered, 2, first,
               2},
           Row{"an actor", "UPDATE event SET actor = 'x' WHERE id = 6", ChainFault::altered, 6,
               second, 3},
           Row{"a text moved into another field",
               "UPDATE event SET reason = text, text = NULL WHERE id = 3", ChainFault::altered, 3,
               first, 3},
           Row{"the area behind a row number", "UPDATE event SET area = 1 WHERE id = 1",
               ChainFault::altered, 1, first, 1},
           Row{"the hash itself", "UPDATE event SET hash = zeroblob(32) WHERE id = 5",
               ChainFault::altered, 5, second, 2},
           Row{"removed", "DELETE FROM event WHERE id = 5", ChainFault::missing, 5, second, 2},
           Row{"the first removed", "DELETE FROM event WHERE id = 1", ChainFault::missing, 1, first,
               1},
           Row{"two removed", "DELETE FROM event WHERE id IN (2, 3)", ChainFault::missing, 2, first,
               2},
           Row{"removed and closed up",
               "DELETE FROM event WHERE id = 4; UPDATE event SET id = id - 1 WHERE id > 4",
               ChainFault::missing, 4, second, 1},
           Row{"the last of a case removed and closed up",
               "DELETE FROM event WHERE id = 3; UPDATE event SET id = id - 1 WHERE id > 3",
               ChainFault::missing, 3, first, 3},
           Row{"a case removed with its row",
               "DELETE FROM event WHERE id < 4;"
               "DELETE FROM case_file WHERE id = 1",
               ChainFault::missing, 1, "", 0},
           Row{"inserted",
               "UPDATE event SET id = id + 100 WHERE id > 3; UPDATE event SET id = id - 99 WHERE "
               "id > 3;"
               "INSERT INTO event SELECT 4, case_file, 4, action, at, recorded_at, actor, login,"
               "post, from_state, to_state, area, org, staff, reason, text, data, personal, hash "
               "FROM event WHERE id = 3",
               ChainFault::inserted, 4, first, 4},
           Row{"inserted before all",
               "INSERT INTO event SELECT 0, case_file, 4, action, at, recorded_at, actor, login,"
               "post, from_state, to_state, area, org, staff, reason, text, data, personal, hash "
               "FROM event WHERE id = 3",
               ChainFault::inserted, 0, first, 4},
           Row{"two changed places",
               "UPDATE event SET id = 99 WHERE id = 2; UPDATE event SET id = 2 WHERE id = 3;"
               "UPDATE event SET id = 3 WHERE id = 99",
               ChainFault::reordered, 2, first, 3},
           Row{"the last moved to the front",
               "UPDATE event SET id = 99 WHERE id = 6; UPDATE event SET id = -id WHERE id < 6;"
               "UPDATE event SET id = 1 - id WHERE id < 0; UPDATE event SET id = 1 WHERE id = 99",
               ChainFault::reordered, 1, second, 3},
           Row{"personal text", "UPDATE event_personal SET body = 'x' WHERE event = 4",
               ChainFault::personal, 4, second, 1},
           Row{"the digest of personal text", "UPDATE event SET personal = NULL WHERE id = 4",
               ChainFault::altered, 4, second, 1},
       }) {
    CAPTURE(row.what);
    Tampered file;
    file.office.db.execute(row.statement);
    const auto found = store::verify_chain(file.office.db);
    REQUIRE(found);
    CHECK(found->fault == row.fault);
    CHECK(found->event == row.event);
    CHECK(found->case_no == row.case_no);
    CHECK(found->seq == row.seq);
  }
}

// Who can write the file can also compute hashes: the event put in fits its place, and only the
// next one does not.
TEST_CASE("an event that was put in with a hash of its own is named itself") {
  Tampered file;
  sql::Database& db = file.office.db;
  std::vector<Event> events = file.office.cases.events("330782002-20261116-0001");
  Event forged = events.at(2);
  forged.seq = 4;
  forged.text = "never said";
  const sql::Blob hash = store::EventChain().next(events.at(2).hash, forged, {});
  db.execute("UPDATE event_personal SET event = event + 1 WHERE event > 3");
  db.execute("UPDATE event SET id = id + 100 WHERE id > 3");
  db.execute("UPDATE event SET id = id - 99 WHERE id > 3");
  db.execute(
      "INSERT INTO event SELECT 4, case_file, 4, action, at, recorded_at, actor, login, "
      "post, from_state, "
      "to_state, area, org, staff, reason, 'never said', data, personal, hash FROM event WHERE id "
      "= 3");
  db.execute(
      fmt::format("UPDATE event SET hash = x'{}' WHERE id = 4", store::hexadecimal(hash)).c_str());
  const auto found = store::verify_chain(db);
  REQUIRE(found);
  CHECK(found->fault == ChainFault::inserted);
  CHECK(found->event == 4);
  CHECK(found->case_no == "330782002-20261116-0001");
  CHECK(found->seq == 4);
}

namespace {

// All hashes computed anew from an event on, as who wants to hide a change would do.
void rewrite_from(StoredOffice& office, int64_t place) {
  static const sql::Query in_order{
      "test",
      "SELECT e.id, c.no, e.seq, e.personal FROM event e JOIN case_file c ON c.id = "
      "e.case_file ORDER BY e.id"};
  store::EventChain chain;
  std::vector<std::string> changes;
  sql::Blob before(store::digest_size);
  for (sql::Rows rows = office.db.select(in_order); rows.next();) {
    const Event event =
        office.cases.events(rows.text(1)).at(static_cast<size_t>(rows.integer(2)) - 1);
    before = rows.integer(0) < place ? event.hash : chain.next(before, event, rows.blob(3));
    changes.push_back(fmt::format("UPDATE event SET hash = x'{}' WHERE id = {}",
                                  store::hexadecimal(before), rows.integer(0)));
  }
  for (const std::string& change : changes) office.db.execute(change.c_str());
}

}  // namespace

TEST_CASE("what the chain alone cannot tell, heads that were kept elsewhere tell") {
  using store::AnchorFault;
  Tampered file;
  StoredOffice& office = file.office;
  sql::Database& db = office.db;
  std::vector<Anchor> kept{store::anchor_of(db)};
  CHECK(kept[0].events == 6);
  CHECK(kept[0].case_no == "330782002-20261116-0002");
  CHECK(kept[0].seq == 3);
  CHECK(kept[0].hash == store::hexadecimal(office.cases.events(kept[0].case_no).back().hash));
  Case matter = *office.cases.find(kept[0].case_no);
  office.act(matter, intent(Action::note, "again"), clerk, "2026-11-16 10:00");
  office.act(matter, intent(Action::note, "and again"), clerk, "2026-11-16 10:10");
  kept.insert(kept.begin(), store::anchor_of(db));  // in any order
  office.act(matter, intent(Action::note, "later"), clerk, "2026-11-16 10:20");
  CHECK(store::compare_anchors(db, kept).empty());

  SUBCASE("the tail cut off, and the case and its number set back") {
    db.execute("DELETE FROM event WHERE id > 7");
    CHECK(!store::verify_chain(db));
    const auto found = store::compare_anchors(db, kept);
    REQUIRE(found.size() == 1);
    CHECK(found[0].fault == AnchorFault::cut);
    CHECK(found[0].anchor.events == 8);
    CHECK(found[0].holds_until == 7);
  }
  SUBCASE("all cut off") {
    db.execute("DELETE FROM event");
    CHECK(!store::verify_chain(db));
    const auto found = store::compare_anchors(db, kept);
    REQUIRE(found.size() == 1);
    CHECK(found[0].anchor.events == 6);
    CHECK(found[0].holds_until == 0);
  }
  SUBCASE("written anew between two anchors") {
    db.execute("UPDATE event SET text = 'otherwise' WHERE id = 7");
    rewrite_from(office, 7);
    CHECK(!store::verify_chain(db));
    const auto found = store::compare_anchors(db, kept);
    REQUIRE(found.size() == 1);
    CHECK(found[0].fault == AnchorFault::rewritten);
    CHECK(found[0].holds_until == 6);
    CHECK(found[0].anchor.events == 8);
  }
  SUBCASE("written anew from the beginning") {
    db.execute("UPDATE event SET actor = 'somebody' WHERE id = 1");
    rewrite_from(office, 1);
    CHECK(!store::verify_chain(db));
    const auto found = store::compare_anchors(db, kept);
    REQUIRE(found.size() == 1);
    CHECK(found[0].holds_until == 0);
    CHECK(found[0].anchor.events == 6);
  }
  SUBCASE("a policy changed with its digest") {
    db.execute("UPDATE policy SET digest = zeroblob(32)");
    const auto found = store::compare_anchors(db, kept);
    REQUIRE(found.size() == 1);
    CHECK(found[0].fault == AnchorFault::policy);
  }
  SUBCASE("an anchor of another office") {
    kept[0].office = "another";
    const auto found = store::compare_anchors(db, kept);
    REQUIRE(found.size() == 1);
    CHECK(found[0].fault == AnchorFault::office);
  }
}

TEST_CASE("an empty chain has a head, too") {
  StoredOffice office;
  const Anchor head = store::anchor_of(office.db);
  CHECK(head.events == 0);
  CHECK(head.hash == std::string(64, '0'));
  office.report(filed(), worker, "2026-11-16 09:00");
  CHECK(store::compare_anchors(office.db, std::vector{head}).empty());
}
