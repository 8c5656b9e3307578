// The headings under which registers of households and people come, and which field of ours each
// of them means. The one place where they are listed.
#pragma once

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
  tags,
  tag_flag,  // yes or no under the tag's own name: 低保
  ignored,   // ours or a running number; nothing is taken from it
};
inline constexpr size_t register_fields = static_cast<size_t>(RegisterField::ignored) + 1;

struct RegisterHeading {
  RegisterField field = RegisterField::ignored;
  std::string tag;  // of a tag_flag
};

// Spaces, line breaks, stars and remarks such as (必填) do not matter. Our own field names are
// headings too, so that an export comes back.
[[nodiscard]] std::optional<RegisterHeading> find_register_heading(std::string_view text);

// The values of one row by field, as they came.
struct RegisterCells {
  std::array<std::string_view, register_fields> text;
  std::vector<std::pair<std::string_view, std::string_view>> flags;  // tag, value
  bool has_household_column = false;

  std::string_view operator[](RegisterField field) const {
    return text[static_cast<size_t>(field)];
  }
  std::string_view& operator[](RegisterField field) { return text[static_cast<size_t>(field)]; }
};

// The columns of a sheet, as its row of headings tells.
class RegisterColumns {
 public:
  // nullopt: fewer than three known headings; not a row of headings.
  [[nodiscard]] static std::optional<RegisterColumns> from(std::span<const std::string> cells);
  // For a row that the user names: however few headings are known.
  explicit RegisterColumns(std::span<const std::string> cells);

  // Takes the second line of a two-line heading, where it is one: nothing but known headings, and
  // each under a cell that told nothing yet. True where it was taken.
  bool extend(std::span<const std::string> cells);

  // Of several columns of one field the first that is not blank counts; phones are collected
  // behind one another (in `phones`, which must live as long as the result).
  [[nodiscard]] RegisterCells pick(std::span<const std::string> cells, std::string& phones) const;
  // Index of the field's first column; nullopt: it has none.
  [[nodiscard]] std::optional<size_t> column_of(RegisterField field) const;

  // As they stand in the file.
  const std::vector<std::string>& headings() const { return headings_; }
  // Those that no field was found for.
  [[nodiscard]] std::vector<std::string> unknown() const;
  size_t known() const { return known_; }

 private:
  std::vector<std::string> headings_;
  std::vector<std::optional<RegisterHeading>> columns_;
  size_t known_ = 0;
};

}  // namespace grid::codec
