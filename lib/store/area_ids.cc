#include <grid/sql/queries.h>
#include <grid/store/area_ids.h>

#include <algorithm>

namespace grid::store {

namespace {

const std::string none;

std::string community_of(const domain::AreaTree& areas, const std::string& code, Date day) {
  for (const domain::Area* area : areas.path(code, day)) {
    if (area->kind == "community" || area->kind == "village") return area->code;
  }
  return {};
}

}  // namespace

AreaIds::AreaIds(sql::Database& db, const domain::AreaTree& areas, Date day) {
  for (sql::Rows rows = db.select(sql::query::area_codes); rows.next();) {
    const int64_t id = rows.integer(0);
    std::string code = rows.text(1);
    std::string community = community_of(areas, code, day);
    ids_.emplace(code, id);
    entries_.emplace(id, Entry{std::move(code), std::move(community)});
  }
}

std::optional<int64_t> AreaIds::id(std::string_view code) const {
  const auto found = ids_.find(code);
  if (found == ids_.end()) return std::nullopt;
  return found->second;
}

const std::string& AreaIds::code(std::optional<int64_t> id) const {
  const auto found = id ? entries_.find(*id) : entries_.end();
  return found == entries_.end() ? none : found->second.code;
}

const std::string& AreaIds::community(std::optional<int64_t> id) const {
  const auto found = id ? entries_.find(*id) : entries_.end();
  return found == entries_.end() ? none : found->second.community;
}

std::vector<int64_t> AreaIds::within(std::string_view community) const {
  std::vector<int64_t> rows;
  for (const auto& [id, entry] : entries_) {
    if (entry.community == community) rows.push_back(id);
  }
  std::ranges::sort(rows);
  return rows;
}

}  // namespace grid::store
