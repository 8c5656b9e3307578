// Which cases give their events to the figures of a span of time.
#include <doctest/doctest.h>
#include <grid/store/figures_store.h>

#include "store_office.h"

using namespace office;
using store::FiguresStore;

namespace {

// "1:3 2:1": the last digit of the number and how many events came, case by case.
std::string counted(StoredOffice& office, const char* from, const char* until) {
  std::string found;
  FiguresStore(office.db).each_case(at(from), at(until), [&](std::span<const Event> events) {
    int64_t seq = 0;
    for (const Event& event : events) {
      CHECK(event.case_no == events.front().case_no);
      CHECK(event.seq == ++seq);
    }
    found += (found.empty() ? "" : " ") + events.front().case_no.substr(22) + ":" +
             std::to_string(events.size());
  });
  return found;
}

NewCase another(const char* reference) {
  NewCase made = filed();
  made.source_ref = reference;
  return made;
}

}  // namespace

TEST_CASE("cases that were reported before the end, open or touched since the beginning") {
  StoredOffice office;
  Case first = office.report(another("1"), worker, "2026-11-02 09:00");
  Case second = office.report(another("2"), worker, "2026-11-02 10:00");
  office.act(first, intent(Action::accept), clerk, "2026-11-02 11:00");
  office.act(second, because(Action::reject), street_clerk, "2026-11-03 09:00");
  CHECK(counted(office, "2026-11-01", "2026-12-01") == "1:2 2:2");
  CHECK(counted(office, "2026-11-01", "2026-11-02") == "");
  CHECK(counted(office, "2026-11-01", "2026-11-02 10:00") == "1:2");
  // The first is open still; the second ended before.
  CHECK(counted(office, "2026-12-01", "2027-01-01") == "1:2");
  CHECK(counted(office, "2026-11-03", "2026-11-04") == "1:2 2:2");
}
