#include <doctest/doctest.h>
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

TEST_CASE("the first event that is not what was recorded is named") {
  struct Row {
    const char* what;
    const char* statement;
    ChainFault fault;
    int64_t event;
  };
  for (const Row& row : {
           Row{"a text", "UPDATE event SET text = 'other' WHERE id = 3", ChainFault::altered, 3},
           Row{"a time", "UPDATE event SET at = at + 1 WHERE id = 2", ChainFault::altered, 2},
           Row{"an actor", "UPDATE event SET actor = 'x' WHERE id = 6", ChainFault::altered, 6},
           Row{"a text moved into another field",
               "UPDATE event SET reason = text, text = NULL WHERE id = 3", ChainFault::altered, 3},
           Row{"the area behind a row number", "UPDATE event SET area = 1 WHERE id = 1",
               ChainFault::altered, 1},
           Row{"removed", "DELETE FROM event WHERE id = 4", ChainFault::missing, 4},
           Row{"removed and closed up",
               "DELETE FROM event WHERE id = 4; UPDATE event SET id = id - 1 WHERE id > 4",
               ChainFault::altered, 4},
           Row{"inserted",
               "UPDATE event SET id = id + 100, seq = seq + 100 WHERE id > 2;"
               "INSERT INTO event SELECT 3, case_file, 3, action, at, recorded_at, actor, login,"
               "post, from_state, to_state, area, org, staff, reason, text, data, personal, hash "
               "FROM event WHERE id = 2;"
               "UPDATE event SET id = id - 99 WHERE id > 100",
               ChainFault::altered, 3},
           Row{"two changed places",
               "UPDATE event SET id = 99 WHERE id = 2; UPDATE event SET id = 2 WHERE id = 3;"
               "UPDATE event SET id = 3 WHERE id = 99",
               ChainFault::altered, 2},
           Row{"personal text", "UPDATE event_personal SET body = 'x' WHERE event = 4",
               ChainFault::personal, 4},
           Row{"the digest of personal text", "UPDATE event SET personal = NULL WHERE id = 4",
               ChainFault::altered, 4},
       }) {
    CAPTURE(row.what);
    Tampered file;
    file.office.db.execute(row.statement);
    const auto found = store::verify_chain(file.office.db);
    REQUIRE(found);
    CHECK(found->fault == row.fault);
    CHECK(found->event == row.event);
  }
}
