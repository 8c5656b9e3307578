// What an import reports: the `import` record, and the rejects of a CSV.
#pragma once

#include <grid/codec/columns.h>
#include <grid/codec/register_file.h>
#include <grid/domain/register_batch.h>
#include <grid/text/record.h>

#include <string>
#include <vector>

namespace grid::codec {

// After the fields of the contract: `repairs`, `warnings` and `refusals`, lists of "code=count",
// and `unknown`, the headings that nothing was taken from; each where there are any.
[[nodiscard]] text::Record write_import(const domain::RegisterBatch& batch);
[[nodiscard]] Columns import_columns();

// What one column of a file is taken for (--explain), with what was found out about the file.
[[nodiscard]] text::Record write_mapping(const std::string& file, const RegisterForm& form,
                                         const RegisterMapping& column);
[[nodiscard]] Columns mapping_columns();

// Refused rows as a CSV that can be mended and imported again: the original columns, then
// _row, _line, _field, _code, _reason. Where the headings change (another file, another sheet),
// a new row of headings follows, which the importer takes up.
class RegisterRejects {
 public:
  // The bytes to write for this row; `reason`: the message as the user reads it.
  [[nodiscard]] std::string write(const RegisterRow& row, const std::string& reason);

 private:
  std::vector<std::string> headings_;
};

}  // namespace grid::codec
