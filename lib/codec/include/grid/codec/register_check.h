// RegisterChecker: from the words of one row to checked values, by the rules for damaged
// registers. One place for CSV and JSON lines alike.
#pragma once

#include <grid/base/result.h>
#include <grid/base/time.h>
#include <grid/codec/register_headings.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/register_entry.h>
#include <grid/domain/register_places.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace grid::codec {

struct RegisterRules {
  Date today{};  // nobody is born later
  domain::RelationCodes relation_codes = domain::RelationCodes::unset;
  std::string source{};  // system that the rows' own numbers (人员编号) come from; empty: not named
};

class RegisterChecker {
 public:
  // `places` must outlive the checker.
  RegisterChecker(domain::RegisterPlaces& places, RegisterRules rules)
      : places_(places), rules_(rules) {}

  // A row about a person. Refused with the first problem found; what is put right or doubtful
  // goes to `notes`. Beside the codes of the domain: id.truncated (the number ends in 000 and
  // its check is wrong, or `truncated`: so many of the column do that none can be trusted),
  // field.control, household_no.scientific, phone.scientific, vacant.unknown,
  // household_kind.unknown, id.numeric (a number cell of a workbook, which keeps 15 digits).
  // Warnings: remark.left_out and source.unnamed, each once; id.missing, birth.conflict,
  // sex.conflict, grid.unknown, household.missing, consistent.unknown, and those of the identity
  // number and the name.
  [[nodiscard]] Result<domain::RegisterEntry> check_person(const RegisterCells& cells,
                                                           domain::RegisterNotes& notes,
                                                           bool truncated = false);
  // A row about a household alone.
  [[nodiscard]] Result<domain::RegisterEntry> check_household(const RegisterCells& cells,
                                                              domain::RegisterNotes& notes);
  // Whether the cell says that this is the head of the household.
  [[nodiscard]] bool says_head(std::string_view relation);

 private:
  struct Row;
  using Memory = std::unordered_map<std::string, std::string>;

  Status read_name(Row& row);
  Status read_number(Row& row, bool truncated);
  Status read_birth(Row& row);
  Status read_sex(Row& row);
  Status read_phone(Row& row);
  Status read_codes(Row& row);
  Status read_residence(Row& row);
  Status read_spell(Row& row);
  Status read_household(Row& row, bool required);
  Status read_floating(Row& row);
  Status read_date(Row& row, RegisterField field, Date last, std::string& value);
  void read_source(Row& row);
  void read_tags(Row& row);
  void read_remark(Row& row, std::vector<std::string>& words);
  std::string free_text(Row& row, RegisterField field);
  Result<std::string> code(const domain::CodeTable& table, std::string_view text, Memory& memory);

  domain::RegisterPlaces& places_;
  RegisterRules rules_;
  Memory ethnic_, nationality_, politics_, education_, marriage_, relation_, flow_reason_,
      ended_by_;
  bool told_of_remarks_ = false;
  bool told_of_source_ = false;
  bool told_of_grids_ = false;  // what to do about one that is not known
};

}  // namespace grid::codec
