// household-import: registers of households and people from CSV or JSON lines.
#include <grid/codec/register_report.h>
#include <grid/tool/program.h>
#include <grid/tool/register_run.h>
#include <grid/tool/source.h>

using namespace grid;
using namespace grid::tool;

namespace {

struct Typed {
  std::optional<std::string> encoding, delimiter;
  std::optional<int64_t> header_row;
  std::string area, relation_codes, source;
};

Result<char> parse_delimiter(const std::string& text) {
  if (text == "tab" || text == "\\t") return '\t';
  if (text.size() == 1 && text != "\"" && text != "\n" && text != "\r") return text.front();
  return problem("usage.value", "--delimiter", "--delimiter takes one character or tab, not {}",
                 text);
}

Status fill(const Typed& typed, RegisterOptions& options) {
  if (typed.encoding) {
    const auto encoding = text::parse_encoding(*typed.encoding);
    if (!encoding) return encoding.problem();
    options.source.encoding = *encoding;
  }
  if (typed.delimiter) {
    const auto delimiter = parse_delimiter(*typed.delimiter);
    if (!delimiter) return delimiter.problem();
    options.source.delimiter = *delimiter;
  }
  if (typed.header_row && *typed.header_row < 1) {
    return problem("usage.value", "--header-row", "rows are counted from 1");
  }
  options.source.header_row = typed.header_row;
  const auto relations = domain::parse_relation_codes(typed.relation_codes);
  if (!relations) return relations.problem();
  options.relation_codes = *relations;
  options.area = typed.area;
  options.name = typed.source;
  return Done{};
}

}  // namespace

int main(int argc, char** argv) {
  Program program("household-import", "import registers of households and people",
                  Uses{.database = true, .writes = true, .batch = true});
  Options& options = program.options();
  Typed typed;
  RegisterOptions chosen;
  std::vector<std::string> files;
  options.operands("[FILE]...", files);
  options.describe(
      "Reads CSV as offices have it, or JSON lines of persons and households. What a "
      "file is, is found out and reported; these options overrule it.");
  options.value("--encoding", "NAME", "utf-8, gb18030, utf-16le, utf-16be", typed.encoding);
  options.value("--delimiter", "CHAR", "between the cells; also tab", typed.delimiter);
  options.value("--header-row", "N", "the row of the headings, from 1", typed.header_row);
  options.value("--area", "CODE", "the community or grid of rows that name none", typed.area);
  options
      .value("--relation-codes", "LIST", "what one digit means as relation to the head",
             typed.relation_codes)
      .choices = {"gbt4761", "census2020"};
  options.value("--source", "NAME", "recorded instead of the file's name", typed.source);
  options.example("household-import register.csv --rejects refused.csv", "what is wrong, to mend");
  options.example("household-import refused.csv --rejects still.csv", "the mended rows");
  options.example("household-import --dry-run register.csv", "only look");
  program.check([&] { return fill(typed, chosen); });
  return program.run(argc, argv, [&](Session& session) {
    if (files.empty()) files.emplace_back("-");
    // Opens them all, so that a missing one is noticed before anything is done.
    const LineSource inputs(files);
    session.output().set_columns(codec::import_columns());
    sql::Database db = session.open(sql::Access::write);
    return RegisterRun(session, db, std::move(chosen)).run(files);
  });
}
