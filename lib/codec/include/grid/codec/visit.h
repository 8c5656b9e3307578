// Visits (走访, 巡查) as records; households that were missed, as records.
#pragma once

#include <grid/base/result.h>
#include <grid/codec/columns.h>
#include <grid/domain/visit.h>
#include <grid/text/record.h>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace grid::codec {

// A visit as it is told: what is not said is found out by whoever records it.
struct ToldVisit {
  domain::Visit visit;  // without `at` and, for a household or case, without `area`
  std::optional<domain::VisitKind> kind;
  std::optional<Instant> at;
};

// The fields that visit-log takes, in the order in which they are printed.
[[nodiscard]] std::span<const std::string> visit_fields();

// Lays a record over `given` (what the options say for all records). What was visited: of a record
// of type `household` its key, of a `person` the household, of a `case` its number, of an `area`
// its code; of others the fields `community` and `household`, `case`, or `area`, where the first of
// these counts. Every record may bring `at`, `staff` and `result`; kind, coordinates and source
// only one that tells of a visit, since lists have fields of these names that tell of something
// else. The rest is ignored. Codes: field.required, field.type, field.value, field.range,
// time.format.
[[nodiscard]] Result<ToldVisit> read_visit(const text::Record& record, ToldVisit given,
                                           UtcOffset offset);

// When and by whom a visit was recorded.
struct VisitRecording {
  Instant at{};
  std::string actor;
};

[[nodiscard]] text::Record write_visit(const domain::Visit& visit, const VisitRecording& recorded,
                                       UtcOffset offset);
[[nodiscard]] Columns visit_columns();

// The households of a grid that nobody has visited in time.
struct MissedHouseholds {
  std::string area;  // code of the grid; of households without grid the community's
  std::string name;  // of that area
  std::string community;
  std::vector<std::string> staff;  // who answers for them
  Date since{};                    // first day on which a visit would count
  int64_t households = 0;          // not vacant
  int64_t unvisited = 0;           // of these
  int64_t never = 0;               // of these: no visit is known at all
  std::vector<std::string> due;    // their numbers; not necessarily all
};
[[nodiscard]] text::Record write_missed(const MissedHouseholds& missed);
[[nodiscard]] Columns missed_columns();        // every field
[[nodiscard]] Columns missed_table_columns();  // what fits on a screen: without the numbers

}  // namespace grid::codec
