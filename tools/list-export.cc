// list-export: lists that leave the office, for its spreadsheets and for others: chosen columns,
// masked, marked with who exported them and when.
#include <grid/tool/column_choice.h>
#include <grid/tool/configuration.h>
#include <grid/tool/exporter.h>
#include <grid/tool/personal.h>
#include <grid/tool/program.h>
#include <grid/tool/written_file.h>

#include <cstdlib>
#include <memory>

using namespace grid;
using namespace grid::tool;

namespace {

struct Choice {
  std::vector<std::string> nouns;
  std::string under;
  bool all = false;
  bool open = false;
  std::optional<std::string> columns, encoding, output;
  bool bom = false;
  const std::string& noun() const { return nouns.front(); }
};

Result<text::Encoding> choose_encoding(const Choice& choice) {
  if (!choice.encoding) return choice.bom ? text::Encoding::utf8_bom : text::Encoding::utf8;
  const auto encoding = text::parse_encoding(*choice.encoding);
  if (!encoding) return encoding.problem();
  if (*encoding == text::Encoding::utf16le || *encoding == text::Encoding::utf16be) {
    return problem("usage.value", "--encoding", "--encoding takes utf-8, utf-8-bom or gb18030");
  }
  return encoding;
}

// Whether a format was asked for anywhere; an export is a CSV otherwise, also on a terminal.
bool format_named(const Options& options) {
  for (const OptionSpec& spec : options.specs()) {
    if (spec.name != "--format") continue;
    const auto* given = std::get_if<std::optional<std::string>*>(&spec.target);
    if (given != nullptr && (*given)->has_value()) return true;
  }
  const char* variable = std::getenv("GRID_FORMAT");
  std::vector<ConfigurationProblem> told_already;
  return (variable != nullptr && *variable != '\0') ||
         read_configuration(told_already).format.has_value();
}

Status check_choice(const Choice& choice) {
  if (choice.nouns.size() != 1) {
    return problem("usage.operand", "",
                   "name one of cases, households, persons, visits, areas, staff");
  }
  const auto noun = find_export_noun(choice.noun());
  if (!noun) return noun.problem();
  if ((choice.all || choice.open) && choice.noun() != "cases") {
    return problem("usage.value", "--all", "--all and --open go with cases");
  }
  if (choice.all && choice.open) {
    return problem("usage.value", "--all", "give either --all or --open, not both");
  }
  if (const auto encoding = choose_encoding(choice); !encoding) return encoding.problem();
  const auto columns = choose_columns((*noun)->columns(), choice.columns.value_or((*noun)->usual));
  if (!columns) return columns.problem();
  if (choice.output) return apart_from_databases(*choice.output, "--output");
  return Done{};
}

ExportTarget target_of(Session& session, const Choice& choice, bool named) {
  ExportTarget target;
  target.format = named ? session.output().format() : Format::csv;
  target.words = session.output().words();
  target.made = session.now();
  target.held = session.reveal().has_value();
  if (target.format == Format::csv) target.encoding = *choose_encoding(choice);
  if (choice.output && *choice.output != "-") target.file = *choice.output;
  return target;
}

// Who and when, on the office's clock; the system's login too where it is another.
std::string mark_of(const Session& session, UtcOffset offset) {
  const std::string& login = session.login();
  const std::string& system = session.system_login();
  const std::string who = login == system ? login : login + " (" + system + ")";
  return who + " " + format_instant(session.now(), offset);
}

int export_list(Session& session, const Choice& choice, ExportTarget target) {
  const ExportNoun& noun = **find_export_noun(choice.noun());
  std::unique_ptr<ExportFile> file;
  {
    sql::Database db = session.open(sql::Access::read);
    sql::Transaction view(db, sql::Transaction::Kind::read);
    if (session.reveal()) require_reveal(session, db);
    target.mark = mark_of(session, OfficeView(db, session.now()).offset());
    file = std::make_unique<ExportFile>(
        std::move(target), *choose_columns(noun.columns(), choice.columns.value_or(noun.usual)));
    Exporter exporter(db, session, *file, choice.under, choice.all);
    (exporter.*noun.collect)();
  }
  if (session.reveal()) log_access(session, file->records());
  file->finish();
  return file->closed() ? exit_closed_pipe : exit_ok;
}

void declare(Options& options, Choice& choice) {
  options.operands("cases|households|persons|visits|areas|staff", choice.nouns);
  options.value("--columns", "A,B,C", "these fields, in this order", choice.columns);
  options.value("--under", "CODE", "only what lies in this area", choice.under);
  options.flag("--open", "cases that are open (the default)", choice.open);
  options.flag("--all", "cases in every state", choice.all);
  options.value("--output", "FILE", "a new file, readable by its owner only", choice.output);
  options.value("--encoding", "NAME", "of a CSV: utf-8, utf-8-bom or gb18030", choice.encoding);
  options.flag("--bom", "the same as --encoding utf-8-bom", choice.bom);
  options.describe(
      "A CSV, also on a terminal, unless another format is named. Personal data is masked; the "
      "last column, _export, says who exported the row and when.");
  options.example("list-export cases --under 330782002005 --bom --output open.csv",
                  "the open cases of a community, for a spreadsheet");
  options.example("list-export persons --columns area,name,phone --format jsonl",
                  "masked, as JSON lines");
  options.example("list-export persons --reveal '年度核对' --encoding gb18030 --output p.csv",
                  "unmasked; the access is logged");
}

}  // namespace

int main(int argc, char** argv) {
  Program program("list-export", "export lists for spreadsheets and others",
                  Uses{.database = true, .personal = true, .workbook = true});
  Choice choice;
  declare(program.options(), choice);
  program.check([&] { return check_choice(choice); });
  return program.run(argc, argv, [&](Session& session) {
    const bool named = format_named(program.options());
    return export_list(session, choice, target_of(session, choice, named));
  });
}
