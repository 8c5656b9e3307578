// The headings under which registers of households and people come, and which field of ours each
// of them means. The one place where they are listed.
#pragma once

#include <grid/domain/register_date.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grid::codec {

enum class RegisterField : uint8_t {
  household_no,
  household_kind,
  relation,
  name,
  former_name,
  id_no,
  id_kind,
  sex,
  birth,
  ethnic,
  nationality,
  phone,
  politics,
  education,
  marriage,
  registered_address,
  address,
  building,
  unit,
  room,
  community,
  area,
  residence,
  consistent,  // 人户一致
  separated,   // 人户分离: its opposite
  vacant,
  since,
  until,
  flow_reason,    // 流入原因
  origin,         // 流出地
  permit_no,      // 居住证号
  registered_on,  // 登记日期
  permit_until,   // 到期日期
  dwelling_kind,  // 住所类型
  died,
  ended_by,
  source,
  source_ref,  // 人员编号
  tags,
  remark,    // 备注: tags among other things
  tag_flag,  // yes or no under the tag's own name: 低保
  ignored,   // ours or a running number; nothing is taken from it
};
inline constexpr size_t register_fields = static_cast<size_t>(RegisterField::ignored) + 1;

// As profiles and reports name it: "household_no".
[[nodiscard]] std::string_view register_field_name(RegisterField field);
[[nodiscard]] std::optional<RegisterField> register_field_named(std::string_view name);
// All that a column can be given: every field but tag_flag, which is written tag:低保.
[[nodiscard]] std::vector<std::string> register_field_names();

struct RegisterHeading {
  RegisterField field = RegisterField::ignored;
  std::string tag;            // of a tag_flag
  bool from_profile = false;  // the office's profile says so
};

// A heading as it is compared: without spaces, line breaks, stars, colons and remarks such as
// (必填).
[[nodiscard]] std::string plain_heading(std::string_view text);

// By the lists alone. Our own field names are headings too, so that an export comes back.
[[nodiscard]] std::optional<RegisterHeading> find_register_heading(std::string_view text);

// The values of one row by field, as they came.
struct RegisterCells {
  std::array<std::string_view, register_fields> text;
  std::vector<std::pair<std::string_view, std::string_view>> flags;  // tag, value
  bool has_household_column = false;
  bool number_is_numeric = false;                            // the identity number is a number cell
  domain::DateSystem dates = domain::DateSystem::from_1900;  // of days given as numbers

  std::string_view operator[](RegisterField field) const {
    return text[static_cast<size_t>(field)];
  }
  std::string_view& operator[](RegisterField field) { return text[static_cast<size_t>(field)]; }
};

struct RegisterProfile;

// The columns of a sheet, as its row of headings tells; the office's profile, where there is one,
// goes before the lists, and must outlive the columns.
class RegisterColumns {
 public:
  // nullopt: fewer than three known headings; not a row of headings.
  [[nodiscard]] static std::optional<RegisterColumns> from(std::span<const std::string> cells,
                                                           const RegisterProfile* profile);
  // For a row that the user names: however few headings are known.
  RegisterColumns(std::span<const std::string> cells, const RegisterProfile* profile);

  // Takes the second line of a two-line heading, where it is one: nothing but known headings, and
  // each under a cell that told nothing yet. True where it was taken.
  bool extend(std::span<const std::string> cells);

  // Of several columns of one field the first that is not blank counts; phones are collected
  // behind one another (in `phones`, which must live as long as the result). Words that the
  // profile gives another meaning are replaced.
  [[nodiscard]] RegisterCells pick(std::span<const std::string> cells, std::string& phones) const;
  // A list of households tells no names, numbers or relations.
  [[nodiscard]] bool about_people() const {
    return column_of(RegisterField::name) || column_of(RegisterField::id_no) ||
           column_of(RegisterField::relation) || !column_of(RegisterField::household_no);
  }
  // Whether this is a list of ours, known by its mark (_export), by nothing but names of fields, or
  // by all the headings of household-list: an empty cell then means that there is nothing.
  [[nodiscard]] bool are_ours() const;
  // Whether list-export wrote them: with its mark.
  [[nodiscard]] bool are_exported() const;
  // Index of the field's first column; nullopt: it has none.
  [[nodiscard]] std::optional<size_t> column_of(RegisterField field) const {
    return first_[static_cast<size_t>(field)];
  }
  // What is taken from a column; nullopt: nothing is known of it.
  [[nodiscard]] const std::optional<RegisterHeading>& meaning(size_t column) const {
    return columns_[column];
  }

  // As they stand in the file.
  const std::vector<std::string>& headings() const { return headings_; }
  // Those that no field was found for.
  [[nodiscard]] std::vector<std::string> unknown() const;
  size_t known() const { return known_; }
  // What this text would mean as a heading here.
  [[nodiscard]] std::optional<RegisterHeading> find(std::string_view text) const;

 private:
  void note_first_columns();

  const RegisterProfile* profile_ = nullptr;
  std::vector<std::string> headings_;
  std::vector<std::optional<RegisterHeading>> columns_;
  std::array<std::optional<size_t>, register_fields> first_;
  size_t known_ = 0;
};

}  // namespace grid::codec
