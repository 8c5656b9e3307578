// MoveNames: whom and which household a move names.
#pragma once

#include <grid/codec/move.h>
#include <grid/domain/area_tree.h>
#include <grid/store/import_store.h>
#include <grid/store/move_store.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grid::tool {

// Codes: person.unknown, person.ambiguous, household.unknown, candidate.unknown,
// candidate.decided, candidate.which, candidate.erased, field.required.
class MoveNames {
 public:
  MoveNames(store::MoveStore& moves, store::ImportStore& book, const domain::AreaTree& areas)
      : moves_(moves), book_(book), areas_(areas) {}

  // By row number; else by identity number; else by household, name and birth.
  [[nodiscard]] Result<domain::Mover> one(const codec::MoveRecord& move);
  // Likewise, each of them; at least one.
  [[nodiscard]] Result<std::vector<domain::Mover>> all(const codec::MoveRecord& move);
  [[nodiscard]] Result<domain::KnownHousehold> household(const std::string& community,
                                                         const std::string& no);
  // The only household in which the person lives.
  [[nodiscard]] Result<domain::KnownHousehold> home_of(const domain::Mover& who);
  // Who a newcomer is already: by number, or by name and birth in the household (0: none).
  [[nodiscard]] Result<std::optional<domain::Mover>> matching(const domain::Person& said,
                                                              int64_t home);
  // Row number of who has the number; 0: nobody.
  [[nodiscard]] int64_t holder(domain::IdKind kind, std::string_view id_no);
  // The candidate named; open, or decided just so.
  [[nodiscard]] Result<store::CandidateRow> candidate(const codec::MoveRecord& move,
                                                      domain::MoveAction action);
  // Whom it means: the person named, or the only likely one.
  [[nodiscard]] Result<domain::Mover> meant(const codec::MoveRecord& move,
                                            const store::CandidateRow& row);

  [[nodiscard]] static Problem no_household(const std::string& no);
  [[nodiscard]] static Problem no_action(const std::string& action);

 private:
  Result<domain::Mover> by_row(int64_t row);
  Result<domain::Mover> by_name(const codec::MoveRecord& move);

  store::MoveStore& moves_;
  store::ImportStore& book_;
  const domain::AreaTree& areas_;
};

}  // namespace grid::tool
