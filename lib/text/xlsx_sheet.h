// The rows of one sheet. For the XLSX files of this layer.
#pragma once

#include <grid/text/workbook.h>

#include <string>

#include "xlsx_strings.h"
#include "xlsx_styles.h"
#include "xlsx_zip.h"

namespace grid::text::xlsx {

struct SheetSource {
  ZipArchive& archive;
  const std::string& part;
  const SharedStrings& strings;
  const Styles& styles;
  bool from_1904 = false;
};

[[nodiscard]] Status read_sheet(const SheetSource& source, const Workbook::Sink& sink);

}  // namespace grid::text::xlsx
