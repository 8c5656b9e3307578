// DirectoryStore: areas, organisations and staff as rows. Decides nothing: what is written has
// been checked by grid/domain/directory.h.
#pragma once

#include <grid/domain/actor.h>
#include <grid/domain/directory.h>
#include <grid/sql/database.h>

#include <optional>
#include <string>
#include <vector>

namespace grid::store {

// What a write found: the row was new, was another, or was the same already.
enum class Change { added, changed, same };

class DirectoryStore {
 public:
  explicit DirectoryStore(sql::Database& db) : db_(db) {}

  // All areas with all their spells, in the order of codes.
  [[nodiscard]] domain::AreaTree area_tree();
  // Areas as they stand on `day` (unset: in their last spell, whether they exist or not).
  [[nodiscard]] std::vector<domain::AreaEntry> areas(std::optional<Date> day = std::nullopt);
  [[nodiscard]] std::vector<domain::OrgEntry> orgs();
  [[nodiscard]] bool has_area(std::string_view code);
  [[nodiscard]] std::vector<std::string> org_codes();
  [[nodiscard]] std::vector<domain::StaffEntry> staff();

  // An area's name and parent are corrected in its last spell; fields that are empty in
  // `entry` are taken as given.
  Change put(const domain::AreaEntry& entry);
  Change put(const domain::OrgEntry& entry);
  Change put(const domain::StaffEntry& entry);

  // What is on file under the same key; nullopt: nothing.
  [[nodiscard]] std::optional<domain::AreaEntry> area(std::string_view code);
  [[nodiscard]] std::optional<domain::OrgEntry> org(std::string_view code);
  // The same area with all its spells, for the tree.
  [[nodiscard]] std::optional<domain::Area> area_history(std::string_view code);
  // By login, role, area, organisation and first day; without a first day, the assignment
  // without one, else the last.
  [[nodiscard]] std::optional<domain::StaffEntry> post(const domain::StaffEntry& key);

  // The person's posts that are valid on `day`; nullopt: nobody of that login.
  [[nodiscard]] std::optional<domain::Actor> actor(std::string_view login,
                                                   std::string_view system_login, Date day);
  // The logins that hold a post on `day`, in their order: a role for an area, for an
  // organisation, or for the office as a whole.
  [[nodiscard]] std::vector<std::string> holders(const domain::Post& post, Date day);

 private:
  sql::Database& db_;
};

}  // namespace grid::store
