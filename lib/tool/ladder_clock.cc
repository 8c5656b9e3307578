#include <grid/domain/ladder.h>
#include <grid/store/ladder_store.h>
#include <grid/tool/ladder_clock.h>

namespace grid::tool {

store::LadderClock ladder_clock(sql::Database& db, const Office& office) {
  return [&db, &office](const domain::Case& matter) {
    // Nothing can have fired for a case that its first event has just made.
    const domain::FiredKeys fired =
        matter.last_seq > 1 ? store::LadderStore(db).fired(matter) : domain::FiredKeys{};
    const auto has_fired = [&](domain::Stage stage, std::string_view rule) {
      return !fired.empty() && fired.contains({stage, std::string(rule)});
    };
    return domain::ladder_at(matter, office.rules(), has_fired, office.now());
  };
}

}  // namespace grid::tool
