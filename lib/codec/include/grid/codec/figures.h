// A line of figures (统计) as a record, and as a line of a table for people.
#pragma once

#include <grid/base/time.h>
#include <grid/codec/columns.h>
#include <grid/domain/figures.h>
#include <grid/domain/figures_units.h>
#include <grid/text/record.h>

#include <cstdint>
#include <string>

namespace grid::codec {

enum class StatBy : uint8_t { area, category, org, staff };

struct StatLine {
  StatBy by = StatBy::area;
  domain::UnitName name;
  domain::DaySpread days;
  domain::Standing standing;
  domain::Rates rates;  // by which the rates were weighed
};

// The `stat` record: the unit under `area`, `category`, `org` or `staff`; every rate with numerator
// and denominator, null where it has no denominator; score and rank null where there is none. Of
// areas and people with the households visited, of organisations with what joint units did.
[[nodiscard]] text::Record write_stat(const StatLine& line);
// The same for a table: rates as "98.00% (98/100)", the score as "86.90".
[[nodiscard]] text::Record show_stat(const StatLine& line);

[[nodiscard]] Columns stat_columns(StatBy by);        // every field of write_stat
[[nodiscard]] Columns stat_table_columns(StatBy by);  // what fits on a screen, of show_stat

}  // namespace grid::codec
