#include <fmt/format.h>
#include <fmt/ranges.h>
#include <grid/base/nearest.h>
#include <grid/tool/move_names.h>

#include <algorithm>

namespace grid::tool {

using codec::MoveRecord;
using domain::KnownHousehold;
using domain::Mover;

namespace {

Problem unknown_person() {
  return problem("person.unknown", "person", "the register has no such person");
}

Problem ambiguous() {
  return problem("person.ambiguous", "name",
                 "several people of this name live in the household; a number would tell which");
}

}  // namespace

Problem MoveNames::no_household(const std::string& no) {
  if (no.empty()) {
    return problem("field.required", "household_no", "the household's number is missing");
  }
  return problem("household.unknown", "household_no", "the community has no household {}", no);
}

Problem MoveNames::no_action(const std::string& action) {
  const std::vector<std::string> names = domain::move_action_names();
  Problem p = action.empty() ? problem("move.action", "action", "name an action: {}",
                                       fmt::format("{}", fmt::join(names, ", ")))
                             : problem("move.action", "action", "there is no action {}", action);
  p.near = nearest(action, names);
  return p;
}

int64_t MoveNames::holder(domain::IdKind kind, std::string_view id_no) {
  const auto known = book_.find_person(kind, id_no);
  return known ? known->id : 0;
}

Result<Mover> MoveNames::by_row(int64_t row) {
  auto found = moves_.person(row);
  if (!found) return unknown_person();
  return *std::move(found);
}

Result<KnownHousehold> MoveNames::household(const std::string& community, const std::string& no) {
  if (community.empty()) {
    return problem("field.required", "community", "the household's community is missing");
  }
  if (areas_.find(community) == nullptr) {
    return problem("area.unknown", "community", "there is no area {}", community);
  }
  auto found = moves_.household(community, no);
  if (!found) return no_household(no);
  return *std::move(found);
}

Result<KnownHousehold> MoveNames::home_of(const Mover& who) {
  const auto home = domain::only_home(who);
  if (!home) return home.problem();
  return *moves_.household(*home);
}

// Also those who left, so that the same move again is known for what it is.
Result<Mover> MoveNames::by_name(const MoveRecord& move) {
  if (move.name.empty() || move.household_no.empty()) {
    return problem("field.required", "person", "nothing tells which person is meant");
  }
  const auto home = household(move.community, move.household_no);
  if (!home) return home.problem();
  std::optional<Mover> found;
  for (const bool ever : {false, true}) {
    for (Mover& each : moves_.members(home->id, ever)) {
      if (each.person.name != move.name || !domain::births_agree(each.person.birth, move.birth))
        continue;
      if (found) return ambiguous();
      found = std::move(each);
    }
    if (found) return *std::move(found);
  }
  return unknown_person();
}

Result<Mover> MoveNames::one(const MoveRecord& move) {
  if (move.people.size() > 1) {
    return problem("field.type", "person", "this takes one person at a time");
  }
  if (!move.people.empty()) return by_row(move.people.front());
  if (!move.number) return by_name(move);
  return by_row(holder(move.number->kind, move.number->number));
}

Result<std::vector<Mover>> MoveNames::all(const MoveRecord& move) {
  std::vector<Mover> people;
  for (const int64_t row : move.people) {
    auto found = by_row(row);
    if (!found) return found.problem();
    people.push_back(*std::move(found));
  }
  if (!people.empty()) return people;
  auto found = one(move);
  if (!found) return found.problem();
  people.push_back(*std::move(found));
  return people;
}

Result<std::optional<Mover>> MoveNames::matching(const domain::Person& said, int64_t home) {
  if (!said.id_no.empty()) {
    if (const int64_t row = holder(said.id_kind, said.id_no); row != 0) {
      return moves_.person(row);
    }
  }
  std::optional<Mover> found;
  if (home == 0) return found;
  for (Mover& each : moves_.members(home)) {
    if (each.person.name != said.name || !domain::births_agree(each.person.birth, said.birth))
      continue;
    if (!said.id_no.empty() && !each.person.id_no.empty()) continue;
    if (found) return ambiguous();
    found = std::move(each);
  }
  return found;
}

Result<store::CandidateRow> MoveNames::candidate(const MoveRecord& move,
                                                 domain::MoveAction action) {
  if (!move.candidate) {
    return problem("field.required", "candidate", "nothing tells which candidate is meant");
  }
  auto row = moves_.candidate(*move.candidate);
  if (!row) {
    return problem("candidate.unknown", "candidate", "there is no candidate {}", *move.candidate);
  }
  const bool otherwise =
      row->state != domain::name_of(action) ||
      (!move.people.empty() && (move.people.size() > 1 || move.people.front() != row->person));
  if (row->state != "open" && otherwise) {
    return problem("candidate.decided", "candidate", "candidate {} has been decided otherwise",
                   row->id);
  }
  if (row->state == "open" && row->entry.empty()) {
    return problem("candidate.erased", "candidate", "candidate {} has been erased", row->id);
  }
  return *std::move(row);
}

Result<Mover> MoveNames::meant(const MoveRecord& move, const store::CandidateRow& row) {
  if (!move.people.empty()) {
    if (std::ranges::find(row.likely, move.people.front()) == row.likely.end()) {
      return problem("candidate.unlikely", "person",
                     "person {} is none of those whom candidate {} may mean", move.people.front(),
                     row.id);
    }
    MoveRecord named;
    named.people = move.people;
    return one(named);
  }
  if (row.likely.size() == 1) return by_row(row.likely.front());
  return problem("candidate.which", "person",
                 "candidate {} may mean several people; name one with --person", row.id);
}

}  // namespace grid::tool
