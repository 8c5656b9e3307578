// Inspector: looks the office's file over and puts one `problem` record for each fault into the
// output.
#pragma once

#include <grid/codec/columns.h>
#include <grid/store/anchor.h>
#include <grid/store/event_chain.h>
#include <grid/tool/office.h>

#include <map>
#include <optional>
#include <span>
#include <string>

namespace grid::tool {

class Inspector {
 public:
  Inspector(sql::Database& db, Session& session) : db_(db), session_(session) {}

  // Integrity of the file, the chain of events, stored cases against their replay, the policy
  // against the directory, vacant posts. Codes: db.integrity, db.corrupt, those of the chain,
  // case.replay, case.no_events, case.number, case.text_index, policy.altered, post.vacant,
  // area.no_grids, household.visited, those of the policy and of the register (register_look.h).
  // What is only doubtful is a warning.
  void inspect();
  // Only the chain of events. Codes: event.missing, event.altered, event.inserted,
  // event.reordered, event.personal.
  void look_at_chain();
  // Whether heads of the chain that were kept elsewhere still stand in it. Codes: anchor.office,
  // event.cut, event.rewritten, policy.rewritten.
  void compare(std::span<const domain::Anchor> anchors);

 private:
  void look_at_content();
  void look_at_text_index();
  void tell_break(const store::AnchorBreak& found);
  void look_at_cases(const Office& office);
  void look_at_ladder(const Office& office);
  void compare_numbers(const std::map<std::string, int64_t>& given,
                       const std::map<std::string, int64_t>& found);
  void look_at_policy(const Office& office);
  void look_at_posts(const Office& office);
  void look_at_visits(const Office& office);
  void look_at_register(const Office& office);
  void tell(const Problem& problem, const std::string& area = "", const std::string& no = "",
            int64_t seq = 0);

  sql::Database& db_;
  Session& session_;
  std::optional<int64_t> chain_holds_before_;  // place of the event at which the chain breaks
};

[[nodiscard]] codec::Columns problem_columns();
[[nodiscard]] Problem chain_problem(const store::ChainBreak& broken);

}  // namespace grid::tool
