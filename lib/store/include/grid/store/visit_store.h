// VisitStore: home visits and patrols as rows, and when each household was visited last. Decides
// nothing: what is written has been checked by grid/domain/visit.h.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/visit.h>
#include <grid/sql/database.h>
#include <grid/store/area_ids.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace grid::store {

// A visit with when and by whom it was recorded.
struct VisitRow {
  domain::Visit visit;
  Instant recorded_at{};
  std::string actor;
  std::string login;  // system login; only written
};

struct HouseholdPlace {
  int64_t id = 0;
  std::string area;  // code of its grid; where it has none, of its community
};

// A household that was not visited in time.
struct UnvisitedRow {
  std::string area;  // as in HouseholdPlace
  std::string community, no;
  bool never = false;
};

class VisitStore {
 public:
  // `office`: uid of the office, from which those of new visits derive; a reader needs none.
  VisitStore(sql::Database& db, const domain::AreaTree& areas, Date day, std::string office = {});

  [[nodiscard]] std::optional<HouseholdPlace> household(std::string_view community,
                                                        std::string_view no);
  [[nodiscard]] std::optional<VisitRow> find_source(std::string_view source,
                                                    std::string_view source_ref);
  // To the same household (case, area), by the same person at the same moment. `household`: its
  // row; nullopt: it was to none.
  [[nodiscard]] std::optional<VisitRow> find_same(const domain::Visit& visit,
                                                  std::optional<int64_t> household);
  void add(const VisitRow& row, std::optional<int64_t> household);

  // By the time of the visit, then in the order of recording.
  void each(const std::function<void(const VisitRow&)>& sink);
  // Neither vacant nor ended on `day`, and without home visit since `since`: area by area,
  // community by community, those without any visit first, then by their last visit and their
  // numbers.
  void each_unvisited(Instant since, Date day,
                      const std::function<void(const UnvisitedRow&)>& sink);
  // Households whose last visit is not what the visits say, by community and number.
  void each_misvisited(const std::function<void(const UnvisitedRow&)>& sink);

 private:
  VisitRow row_at(const sql::Rows& rows) const;

  sql::Database& db_;
  AreaIds areas_;
  std::string office_;
};

}  // namespace grid::store
