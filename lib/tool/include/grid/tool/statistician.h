// Statistician: counts the figures of the office's cases and visits for the units asked for, and
// prints them in the order of their ranks.
#pragma once

#include <grid/codec/figures.h>
#include <grid/domain/figures.h>
#include <grid/domain/figures_units.h>
#include <grid/tool/office.h>
#include <grid/tool/session.h>

#include <optional>
#include <string>
#include <vector>

namespace grid::tool {

struct StatRequest {
  codec::StatBy by = codec::StatBy::area;
  std::optional<std::string> level;       // of areas, or the depth of categories
  std::string under;                      // only what happened there; empty: everywhere
  std::optional<domain::DaySpread> days;  // unset: the month of the moment asked about
  std::optional<std::string> as_of;       // unset: now
};

class Statistician {
 public:
  // Within a transaction of `db`. What only the office's policy can tell to be wrong ends the run
  // with exit 2 (Ended): --level, --as-of. An area that does not exist: Failure no_input.
  Statistician(Session& session, sql::Database& db, const StatRequest& request);

  // Puts the records into the session's output.
  void print();

 private:
  [[noreturn]] void refuse(const Problem& problem) const;
  Instant moment() const;
  std::string usual_level() const;
  std::string area_level() const;
  int64_t category_depth() const;
  domain::Division divide(domain::AreaView& view);
  std::vector<domain::Standing> count(const domain::FiguresQuestion& question,
                                      const domain::Division& division);
  void write(const std::vector<domain::Standing>& table, const domain::Division& division,
             const domain::DaySpread& days);

  Session& session_;
  sql::Database& db_;
  const StatRequest& request_;
  Instant as_of_;
  Office office_;  // as of that moment
  std::vector<domain::OrgEntry> orgs_;
  std::vector<domain::StaffEntry> staff_;
};

}  // namespace grid::tool
