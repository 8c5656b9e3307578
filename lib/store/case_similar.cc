// CaseReader: where likely doubles are looked for.
#include <grid/sql/queries.h>
#include <grid/store/case_reader.h>

#include "column_values.h"

namespace grid::store {

void CaseReader::double_candidates(const std::string& category, const std::string& community,
                                   Instant since, Instant until, const DoubleSink& sink) {
  sql::Rows rows = db_.select(sql::query::case_similar, category, area_id(community),
                              seconds(since), seconds(until), domain::most_double_candidates);
  while (rows.next()) {
    domain::DoubleCandidate candidate{rows.text(0), {}};
    const auto lon = rows.maybe_real(1);
    const auto lat = rows.maybe_real(2);
    const auto crs = domain::from_code<domain::Crs>(rows.view(3));
    if (lon && lat) candidate.place = domain::Place{*lon, *lat, crs.value_or(domain::Crs::wgs84)};
    if (!sink(candidate)) return;
  }
}

}  // namespace grid::store
