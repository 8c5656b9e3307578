// MoveDesk: takes births, deaths, moves and decisions about candidates into the register, record by
// record. What a move does is decided in grid/domain/household_move.h.
#pragma once

#include <grid/codec/move.h>
#include <grid/domain/register_batch.h>
#include <grid/domain/register_places.h>
#include <grid/store/import_store.h>
#include <grid/store/move_store.h>
#include <grid/tool/batch.h>
#include <grid/tool/move_names.h>
#include <grid/tool/office.h>
#include <grid/tool/personal.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace grid::tool {

class MoveDesk {
 public:
  MoveDesk(Session& session, sql::Database& db) : session_(session), db_(db) {}

  // At the beginning of each transaction (see Batch::before_group). Failure not_permitted.
  void refresh();
  // Codes: move.*, person.unknown, person.ambiguous, household.unknown, candidate.*, field.*, and
  // for new people those of an import.
  [[nodiscard]] Result<Applied> act(const text::Record& record, const codec::MoveRecord& given);
  // At the end of each transaction: counts of the batch.
  void close();

 private:
  struct Answer;

  domain::MoveTerms terms(const codec::MoveRecord& move) const;
  Result<domain::MoveHome> target(const std::string& community, const std::string& no,
                                  const domain::Household& made);
  Result<Answer> leave(domain::MoveAction action, const codec::MoveRecord& move);
  static codec::MoveRecord arrival_of(codec::MoveRecord move);
  Result<Answer> come_back(const codec::MoveRecord& move, const text::Record& record);
  Result<Answer> arrive(domain::MoveAction action, const codec::MoveRecord& move,
                        const text::Record& record);
  Result<Answer> split(const codec::MoveRecord& move);
  Result<Answer> merge(const codec::MoveRecord& move);
  Result<Answer> change_head(const codec::MoveRecord& move);
  Result<Answer> correct(const codec::MoveRecord& move);
  Result<Answer> judge(domain::MoveAction action, const codec::MoveRecord& move);
  Result<Answer> answer(domain::MoveAction action, const codec::MoveRecord& move,
                        const text::Record& record);

  void require_batch(const std::string& reason);
  void write(Answer& answer);
  bool permitted(const Answer& answer, domain::MoveAction action, const codec::MoveRecord& move);
  bool is_seen(int64_t person);
  Applied shown(const Answer& answer, Outcome outcome);
  void check_heads(const Answer& answer, Applied& applied);

  Session& session_;
  sql::Database& db_;
  std::unique_ptr<Office> office_;
  std::optional<PersonalScope> scope_;
  std::unique_ptr<domain::RegisterPlaces> places_;
  std::unique_ptr<codec::RegisterChecker> checker_;
  std::unique_ptr<store::MoveStore> moves_;
  std::unique_ptr<store::ImportStore> book_;
  std::unique_ptr<MoveNames> names_;
  domain::RegisterBatch batch_;  // id 0: none begun
  std::vector<int64_t> made_;    // households that this run has made
};

}  // namespace grid::tool
