// Reading what is personal: by whom, of whom; masked unless --reveal says what for, and then logged
// before it is shown (PIPL art. 51, 54).
#pragma once

#include <grid/domain/actor.h>
#include <grid/domain/area_tree.h>
#include <grid/domain/case.h>
#include <grid/domain/scope.h>
#include <grid/tool/session.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace grid::tool {

// Failure not_permitted (actor.unknown, actor.no_post) unless the person works here.
domain::Actor require_reveal(const Session& session, sql::Database& db);
// Writes who saw how many records, which and what for, into the access log: session.access().
void log_access(const Session& session, int64_t records);

// Whom the person who acts may see (数据权限). Keeps a pointer to the tree; remembers its answers.
class PersonalScope {
 public:
  // Of the registers; masked or not. Failure not_permitted (actor.unknown, actor.no_post,
  // actor.not_permitted where the posts have nothing to do with the registers).
  static PersonalScope of_register(const Session& session, sql::Database& db,
                                   const domain::AreaTree& areas, Date today);
  // Of the reporters of cases, in the clear; the same failures, but the last.
  static PersonalScope of_cases(const Session& session, sql::Database& db,
                                const domain::AreaTree& areas, Date today);
  static PersonalScope of_cases(const Session& session, const domain::Actor& actor,
                                const domain::AreaTree& areas, Date today);

  // Of somebody in this grid, or in this community where no grid is known.
  bool sees(const std::string& community, const std::string& grid) const;
  // Of the reporter of a case that lies there, or that the own unit has to do with.
  bool sees(const domain::Case& matter) const;
  // Some of those who live there are seen, of an area or of the whole office ("").
  bool touches(std::string_view area) const;
  // Tells where less is shown than was asked for (scope.limited). Failure not_permitted
  // (actor.not_permitted) for an area of which nothing may be seen.
  void limit(Session& session, const std::string& area) const;
  // Whether all that lies in an area may be seen; empty: everything.
  [[nodiscard]] bool sees_all_of(std::string_view area) const;

 private:
  PersonalScope(std::string login, domain::Scope scope, const domain::AreaTree& areas, Date today)
      : login_(std::move(login)), scope_(std::move(scope)), areas_(&areas), today_(today) {}

  std::string login_;
  domain::Scope scope_;
  const domain::AreaTree* areas_;
  Date today_;
  mutable std::unordered_map<std::string, bool> known_;
};

// For somebody who would change what lies beyond that (actor.not_permitted).
[[nodiscard]] Problem beyond_scope();

// As Session::read(), with the reveal checked before and logged before anything is printed.
template <typename Collect>
void read_personal(Session& session, Collect collect) {
  {
    sql::Database db = session.open(sql::Access::read);
    sql::Transaction view(db, sql::Transaction::Kind::read);
    if (session.reveal()) require_reveal(session, db);
    collect(db);
  }
  if (session.reveal()) log_access(session, session.output().records());
  session.output().flush();
}

}  // namespace grid::tool
