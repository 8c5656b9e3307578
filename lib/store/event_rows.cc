#include "event_rows.h"

namespace grid::store {

using domain::Action;
using domain::Event;
using domain::State;

namespace {

template <typename E>
E must_code(std::string_view text) {
  const auto value = domain::from_code<E>(text);
  if (!value) {
    throw Failure(FailureKind::bad_data,
                  problem("db.corrupt", "", "the database holds an unknown code {}", text));
  }
  return *value;
}

}  // namespace

Event event_at(const sql::Rows& rows) {
  Event event;
  event.case_no = rows.text(2);
  event.seq = rows.integer(3);
  event.action = must_code<Action>(rows.view(4));
  event.at = Instant{Seconds{rows.integer(5)}};
  event.recorded_at = Instant{Seconds{rows.integer(6)}};
  event.actor = rows.text(7);
  event.login = rows.text(8);
  event.post = rows.text(9);
  if (!rows.null(10)) event.from = must_code<State>(rows.view(10));
  event.to = must_code<State>(rows.view(11));
  event.area = rows.text(12);
  event.org = rows.text(13);
  event.staff = rows.text(14);
  event.reason = rows.text(15);
  event.text = rows.text(16);
  event.data = rows.text(17);
  event.hash = rows.blob(19);
  event.personal = rows.text(21);
  return event;
}

}  // namespace grid::store
