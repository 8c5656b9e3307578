// Rows of the register as domain values. For the files of the register store.
#pragma once

#include <grid/domain/household.h>
#include <grid/domain/person.h>
#include <grid/domain/person_parts.h>
#include <grid/domain/register_book.h>
#include <grid/sql/database.h>
#include <grid/store/area_ids.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "column_values.h"

namespace grid::store {

// Columns id_kind … source_ref, beginning at `first`: 17 of them.
[[nodiscard]] domain::Person person_at(const sql::Rows& rows, int first);
inline constexpr int person_columns = 17;
// Columns of texts, counted from the first, and where each goes.
struct PersonTexts {
  std::vector<std::pair<int, std::string domain::Person::*>> person;
  std::vector<std::pair<int, std::string domain::Residence::*>> residence;
};
[[nodiscard]] const PersonTexts& all_texts();
[[nodiscard]] PersonTexts texts_of(const domain::PersonParts& parts);
// The same into a person that is there already, for many rows: its texts keep their room, and only
// the chosen ones are read.
void read_person(domain::Person& person, const sql::Rows& rows, int first,
                 const PersonTexts& texts);

// Columns community, no, area, kind, relation, consistent, address, since, until, ended_by,
// flow_reason, origin, permit_no, registered_on, permit_until: of a spell and the household it
// lies in. Without household the area tells the community.
[[nodiscard]] domain::Residence residence_at(const sql::Rows& rows, int first,
                                             const AreaIds& areas);
// The same into a spell that is there already.
void read_residence(domain::Residence& residence, const sql::Rows& rows, int first,
                    const AreaIds& areas, const PersonTexts& texts);
// Its parts: where, by codes, and all else.
void set_place(domain::Residence& residence, const std::string& community, std::string_view no,
               const std::string& area);
void read_stay(domain::Residence& residence, const sql::Rows& rows, int first,
               const PersonTexts& texts);
inline constexpr int first_residence_text = 6;
// Whether the functions above read a column, which is counted from the first of the person and from
// the first of the spell, with the person's before the spell's.
[[nodiscard]] bool is_read(const PersonTexts& texts, int of_person, int of_residence);

// Columns area, address, building, unit, room, kind, vacant, kind of the dwelling, ended; the key
// is the caller's.
[[nodiscard]] domain::Household household_at(const sql::Rows& rows, int first,
                                             const AreaIds& areas);

// People who left or died before that day and were not erased, by row number.
[[nodiscard]] std::vector<int64_t> expired_of(sql::Database& db, Date before);

// The household of this number in the community.
[[nodiscard]] std::optional<domain::KnownHousehold> household_of_key(sql::Database& db,
                                                                     const AreaIds& areas,
                                                                     std::string_view community,
                                                                     std::string_view no);

}  // namespace grid::store
