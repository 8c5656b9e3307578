// Actors: the person who acts, with the posts of the day on which each act happened.
#pragma once

#include <grid/domain/actor.h>
#include <grid/tool/office.h>

#include <map>

namespace grid::tool {

class Actors {
 public:
  Actors(Session& session, sql::Database& db) : session_(session), db_(db) {}

  // At the beginning of each transaction, after the office. Failure not_permitted where the person
  // has no post on the day of --at, or today.
  void refresh(const Office& office);
  // Code: actor.no_post.
  [[nodiscard]] Result<domain::Actor> at(Instant happened);

 private:
  Session& session_;
  sql::Database& db_;
  UtcOffset offset_{};
  std::map<Date, domain::Actor> by_day_;
};

}  // namespace grid::tool
