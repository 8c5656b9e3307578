// The access log as grid-check prints it.
#pragma once

#include <grid/tool/session.h>

#include <optional>
#include <string>

namespace grid::tool {

struct AccessChoice {
  std::optional<std::string> since, until;  // moments
  std::string actor;                        // login; empty: everybody
  // `other`: something else was asked for, too. Codes: usage.option, time.format.
  [[nodiscard]] Status check(bool asked, bool other) const;
};

// Puts the entries into the session's output, in the order of recording. Failure not_permitted
// (actor.unknown, actor.no_post, actor.not_permitted) unless the person who acts is an
// administrator, an auditor or a leader.
void list_access(sql::Database& db, Session& session, const AccessChoice& choice);

}  // namespace grid::tool
