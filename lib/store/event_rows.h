// Reading the rows of the view event_row (an own header of lib/store).
#pragma once

#include <grid/domain/event.h>
#include <grid/sql/database.h>

namespace grid::store {

// Where columns of event_row stand that are not part of a domain::Event.
inline constexpr int event_row_id = 0;
inline constexpr int event_row_case = 1;
inline constexpr int event_row_personal = 18;
inline constexpr int event_row_salt = 20;

[[nodiscard]] domain::Event event_at(const sql::Rows& rows);

}  // namespace grid::store
