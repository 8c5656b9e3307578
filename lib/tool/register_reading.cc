#include <grid/codec/register_profile.h>
#include <grid/tool/program.h>
#include <grid/tool/register_reading.h>
#include <grid/tool/source.h>

#include <memory>

namespace grid::tool {

namespace {

template <typename T>
void complete(std::optional<T>& typed, const std::optional<T>& profiled) {
  if (!typed) typed = profiled;
}

void complete(std::string& typed, const std::string& profiled) {
  if (typed.empty()) typed = profiled;
}

}  // namespace

void RegisterReading::declare(Options& options) {
  options.value("--encoding", "NAME", "utf-8, gb18030, utf-16le, utf-16be", encoding_);
  options.value("--delimiter", "CHAR", "between the cells; also tab", delimiter_);
  options.value("--sheet", "NAME", "of a workbook: this sheet only, by name or number", sheet_);
  options.value("--header-row", "N", "the row of the headings, from 1", header_row_);
  options.value("--profile", "FILE", "the office's headings and words", profile_);
  options.value("--area", "CODE", "the community, grid or street of rows that name none", area_);
  options
      .value("--relation-codes", "LIST", "what one digit means as relation to the head",
             relation_codes_)
      .choices = {"gbt4761", "census2020"};
  options.value("--source", "NAME", "the system that the files come from", source_);
}

Status RegisterReading::check() {
  codec::RegisterSource& source = typed_.source;
  if (encoding_) {
    const auto encoding = text::parse_encoding(*encoding_);
    if (!encoding) return encoding.problem();
    source.encoding = *encoding;
  }
  if (delimiter_) {
    source.delimiter = codec::parse_delimiter(*delimiter_);
    if (!source.delimiter) {
      return problem("usage.value", "--delimiter", "--delimiter takes one character or tab, not {}",
                     *delimiter_);
    }
  }
  if (header_row_ && *header_row_ < 1) {
    return problem("usage.value", "--header-row", "rows are counted from 1");
  }
  source.header_row = header_row_;
  source.sheet = sheet_;
  const auto relations = domain::parse_relation_codes(relation_codes_);
  if (!relations) return relations.problem();
  typed_.relation_codes = *relations;
  typed_.area = area_;
  typed_.name = source_;
  return Done{};
}

RegisterOptions RegisterReading::options(Session& session) const {
  RegisterOptions options = typed_;
  if (!profile_) return options;
  options.profile_text = read_whole(*profile_);
  codec::ProfileReading reading = codec::read_register_profile(options.profile_text);
  for (const codec::ProfileProblem& wrong : reading.problems) {
    session.messages().error(wrong.problem, Place{*profile_, wrong.line, 0});
  }
  if (!reading.problems.empty()) throw Ended{exit_configuration};
  const codec::RegisterProfile& profile = reading.profile;
  complete(options.source.encoding, profile.encoding);
  complete(options.source.delimiter, profile.delimiter);
  complete(options.source.sheet, profile.sheet);
  complete(options.source.header_row, profile.header_row);
  complete(options.name, profile.name);
  complete(options.area, profile.area);
  if (options.relation_codes == domain::RelationCodes::unset) {
    options.relation_codes = profile.relation_codes;
  }
  options.source.profile =
      std::make_shared<const codec::RegisterProfile>(std::move(reading.profile));
  return options;
}

}  // namespace grid::tool
