// The cases that a reading tool is asked about: numbers as operands, or records from a pipe.
#pragma once

#include <grid/text/record.h>
#include <grid/tool/session.h>

#include <string>
#include <vector>

namespace grid::tool {

// A record with `no` for each operand; without operands, the records of standard input, read to
// its end. A line that is no record is an error, told at its place: Ended{exit_bad_data}.
[[nodiscard]] std::vector<text::Record> case_numbers(Session& session,
                                                     const std::vector<std::string>& operands);

// The operands as records.
[[nodiscard]] std::vector<text::Record> number_records(const std::vector<std::string>& operands);

}  // namespace grid::tool
