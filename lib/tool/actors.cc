#include <grid/tool/actors.h>

namespace grid::tool {

void Actors::refresh(const Office& office) {
  offset_ = office.offset();
  const auto happened = session_.at() ? session_.happened(offset_) : Result<Instant>(office.now());
  const Date day = happened ? office.rules().day(*happened) : office.today();
  by_day_.clear();
  by_day_.emplace(day, require_actor(session_, db_, day));
}

Result<domain::Actor> Actors::at(Instant happened) {
  const Date day = date_of(to_local(happened, offset_));
  const auto known = by_day_.find(day);
  if (known != by_day_.end()) return known->second;
  auto actor = store::DirectoryStore(db_).actor(session_.login(), session_.system_login(), day);
  if (!actor || (actor->posts.empty() && !actor->admin)) {
    return problem("actor.no_post", "at", "{} held no post on {}", session_.login(),
                   format_date(day));
  }
  return by_day_.emplace(day, *std::move(actor)).first->second;
}

}  // namespace grid::tool
