// list-export: lists that leave the office, for its spreadsheets and for others: chosen columns,
// masked, marked with who exported them and when.
#include <grid/base/nearest.h>
#include <grid/codec/case.h>
#include <grid/codec/directory.h>
#include <grid/codec/household.h>
#include <grid/store/case_store.h>
#include <grid/store/household_store.h>
#include <grid/tool/configuration.h>
#include <grid/tool/export_file.h>
#include <grid/tool/office.h>
#include <grid/tool/personal.h>
#include <grid/tool/program.h>

#include <algorithm>
#include <cstdlib>
#include <set>

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

class Exporter;

// What can be exported: all its columns, and those that are taken where none are named. Nothing
// sensitive is among the latter (personal data only where it is asked for by name).
struct Noun {
  const char* name;
  codec::Columns (*columns)();
  const char* usual;
  void (Exporter::*collect)();
};

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> names;
  for (size_t from = 0; from <= list.size();) {
    const size_t end = std::min(list.find(',', from), list.size());
    names.push_back(list.substr(from, end - from));
    from = end + 1;
  }
  return names;
}

Problem with_nearest(Problem p, const std::string& typed, const std::vector<std::string>& known) {
  const std::string near = nearest(typed, known);
  if (!near.empty()) p.hint = "did you mean " + near + "?";
  return p;
}

Result<std::vector<codec::Column>> choose_columns(codec::Columns all, const std::string& list) {
  std::vector<codec::Column> chosen;
  std::vector<std::string> known;
  for (const codec::Column& column : all) known.emplace_back(column.field);
  for (const std::string& name : split(list)) {
    const auto named = [&](const codec::Column& column) { return column.field == name; };
    const auto found = std::find_if(all.begin(), all.end(), named);
    if (found == all.end()) {
      return with_nearest(problem("usage.value", "--columns", "there is no column {}", name), name,
                          known);
    }
    if (std::any_of(chosen.begin(), chosen.end(), named)) {
      return problem("usage.value", "--columns", "column {} is named twice", name);
    }
    chosen.push_back(*found);
  }
  return chosen;
}

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

class Exporter {
 public:
  Exporter(sql::Database& db, Session& session, const Choice& choice, ExportFile& file)
      : db_(db),
        office_(db, session.now()),
        session_(session),
        choice_(choice),
        file_(file),
        mask_(session.reveal() ? nullptr : &office_.policy().mask) {
    if (session.reveal()) require_actor(session, db, office_.today());
    if (!choice.under.empty() && office_.areas().find(choice.under) == nullptr) {
      throw Failure(FailureKind::no_input,
                    problem("area.unknown", "--under", "there is no area {}", choice.under));
    }
  }

  void cases() {
    store::CaseFilter filter;
    if (!choice_.all) filter.states = store::open_states();
    if (!choice_.under.empty()) {
      filter.areas = office_.areas().subtree(choice_.under, office_.today());
    }
    const codec::CaseView view{office_.offset(), session_.now(), mask_};
    store::CaseStore(db_).list(
        filter, [&](const domain::Case& matter) { file_.record(codec::write_case(matter, view)); });
  }

  void households() {
    store::HouseholdStore(db_, office_.areas(), office_.today())
        .households(communities(), {}, [&](const store::HouseholdRow& row) {
          const domain::Household& household = row.household;
          if (!under(household.area) && !under(household.community)) return;
          file_.record(codec::write_household(household, row.members));
        });
  }

  void persons() {
    store::HouseholdStore(db_, office_.areas(), office_.today())
        .people(communities(), {}, [&](const store::PersonRow& row) {
          const domain::Residence& residence = row.residence;
          if (!under(residence.area) && !under(residence.community)) return;
          file_.record(codec::write_person(row.person, residence, mask_));
        });
  }

  // Superiors first, as grid-add takes them.
  void areas() {
    const auto entries = store::DirectoryStore(db_).areas();
    for (const size_t i : domain::order_for_adding(entries)) {
      if (under(entries[i].code)) file_.record(codec::write_area(entries[i]));
    }
  }

  void staff() {
    for (const domain::StaffEntry& entry : store::DirectoryStore(db_).staff()) {
      if (under(entry.area)) file_.record(codec::write_staff(entry));
    }
  }

 private:
  bool under(const std::string& area) const {
    return choice_.under.empty() || office_.areas().contains(choice_.under, area, office_.today());
  }

  // Those with which what is asked for may lie: in order of their codes.
  std::vector<std::string> communities() const {
    std::vector<std::string> codes;
    for (const domain::Area& area : office_.areas().all()) {
      const bool gives_numbers = area.kind == "community" || area.kind == "village";
      const bool within =
          under(area.code) || office_.areas().contains(area.code, choice_.under, office_.today());
      if (gives_numbers && within) codes.push_back(area.code);
    }
    std::sort(codes.begin(), codes.end());
    return codes;
  }

  sql::Database& db_;
  Office office_;
  Session& session_;
  const Choice& choice_;
  ExportFile& file_;
  const domain::Mask* mask_;  // nullptr: shown whole
};

const Noun nouns[] = {
    {"cases", codec::case_all_columns,
     "no,state,title,category,area,owner_area,owner_org,urgency,channel,reported_at,stage,due,"
     "case_due,overdue,supervise,closed_at",
     &Exporter::cases},
    {"households", codec::household_columns,
     "community,no,area,address,building,unit,room,kind,vacant,members", &Exporter::households},
    {"persons", codec::person_columns,
     "community,household_no,area,relation,name,id_kind,id_no,sex,birth,phone,residence",
     &Exporter::persons},
    {"areas", codec::area_columns,
     "code,name,kind,parent,since,until,successor,households_expected", &Exporter::areas},
    {"staff", codec::staff_columns, "login,name,role,area,org,since,until", &Exporter::staff},
};

const Noun* find_noun(const std::string& name) {
  for (const Noun& noun : nouns) {
    if (noun.name == name) return &noun;
  }
  return nullptr;
}

Status check_choice(const Choice& choice) {
  std::vector<std::string> names;
  for (const Noun& noun : nouns) names.emplace_back(noun.name);
  if (choice.nouns.size() != 1) {
    return problem("usage.operand", "", "name one of cases, households, persons, areas, staff");
  }
  const Noun* noun = find_noun(choice.noun());
  if (noun == nullptr) {
    return with_nearest(problem("usage.operand", "", "there is no list of {}", choice.noun()),
                        choice.noun(), names);
  }
  if ((choice.all || choice.open) && choice.noun() != "cases") {
    return problem("usage.value", "--all", "--all and --open go with cases");
  }
  if (choice.all && choice.open) {
    return problem("usage.value", "--all", "give either --all or --open, not both");
  }
  if (const auto encoding = choose_encoding(choice); !encoding) return encoding.problem();
  const auto columns = choose_columns(noun->columns(), choice.columns.value_or(noun->usual));
  if (!columns) return columns.problem();
  return Done{};
}

ExportTarget target_of(Session& session, const Choice& choice, bool named) {
  ExportTarget target;
  target.format = named ? session.output().format() : Format::csv;
  target.words = session.output().words();
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
  const Noun& noun = *find_noun(choice.noun());
  std::unique_ptr<ExportFile> file;
  {
    sql::Database db = session.open(sql::Access::read);
    sql::Transaction view(db, sql::Transaction::Kind::read);
    if (session.reveal()) require_reveal(session, db);
    target.mark = mark_of(session, Office(db, session.now()).offset());
    file = std::make_unique<ExportFile>(
        std::move(target), *choose_columns(noun.columns(), choice.columns.value_or(noun.usual)));
    Exporter exporter(db, session, choice, *file);
    (exporter.*noun.collect)();
  }
  if (session.reveal()) log_access(session, file->records());
  file->finish();
  return file->closed() ? exit_closed_pipe : exit_ok;
}

void declare(Options& options, Choice& choice) {
  options.operands("cases|households|persons|areas|staff", choice.nouns);
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
                  Uses{.database = true, .personal = true});
  Choice choice;
  declare(program.options(), choice);
  program.check([&] { return check_choice(choice); });
  return program.run(argc, argv, [&](Session& session) {
    const bool named = format_named(program.options());
    return export_list(session, choice, target_of(session, choice, named));
  });
}
