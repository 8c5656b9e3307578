// Records of moves: what household-move reads, and the people and households that it prints.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/codec/columns.h>
#include <grid/codec/household.h>
#include <grid/codec/register_check.h>
#include <grid/domain/household_move.h>
#include <grid/domain/register_entry.h>
#include <grid/text/record.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::codec {

// What is said of one move, by options and by the record; a record's own fields win.
struct MoveRecord {
  std::string action;
  std::vector<int64_t> people;  // row numbers
  // A person who is not named by a row number: by a number, or by household, name and birth.
  std::optional<domain::IdNumber> number;
  std::string name, birth;              // personal
  std::string community, household_no;  // the household
  std::string to_community, to_household;
  std::string relation;  // to the head of the new household
  std::string reason;
  std::optional<Date> date;
  std::optional<int64_t> candidate;
  std::optional<domain::IdNumber> new_number;  // of a correction
};

// `record` may be one of household-list: what a move does not need is passed over, a masked number
// too. Codes: field.type, date.*, id.*, person.row, candidate.row (no row number).
[[nodiscard]] Result<MoveRecord> read_move(const text::Record& record, MoveRecord given,
                                           Date today);

// The new person of a birth or of somebody who moves in, and as what; by the rules of an import,
// with the household and the date of `move` where the record names none. Codes: field.unknown and
// those of RegisterChecker.
[[nodiscard]] Result<domain::RegisterEntry> read_newcomer(const text::Record& record,
                                                          const MoveRecord& move,
                                                          RegisterChecker& checker,
                                                          domain::RegisterNotes& notes);
// An open candidate: its row masked, and the row numbers of the people whom it may mean.
[[nodiscard]] text::Record write_candidate(int64_t id, int64_t batch, std::string_view code,
                                           const domain::RegisterEntry* entry,
                                           const std::vector<int64_t>& people,
                                           const PersonView& view);
[[nodiscard]] Columns candidate_columns();

}  // namespace grid::codec
