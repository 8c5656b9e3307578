// grid-list: areas, organisations and staff, as grid-add takes them.
#include <grid/codec/directory.h>
#include <grid/store/directory_store.h>
#include <grid/tool/area_option.h>
#include <grid/tool/program.h>

#include <algorithm>
#include <map>

using namespace grid;
using namespace grid::tool;
using domain::AreaEntry;

namespace {

struct Choice {
  std::string noun;  // empty: all three
  std::string under;
  std::optional<Date> as_of;
  bool tree = false;
  bool wants(std::string_view name) const { return noun.empty() || noun == name; }
};

class Lister {
 public:
  Lister(sql::Database& db, Output& output, const Choice& choice)
      : directory_(db), output_(output), choice_(choice), areas_(directory_.areas(choice.as_of)) {
    for (const AreaEntry& area : areas_) parents_[area.code] = area.parent;
  }

  void list() {
    if (!choice_.under.empty()) {
      require_area(directory_.area_tree(), choice_.under, "--under");
    }
    if (choice_.wants("area")) choice_.tree ? list_tree() : list_areas();
    if (choice_.wants("org")) list_orgs();
    if (choice_.wants("staff")) list_staff();
  }

 private:
  bool under(std::string code) const {
    if (choice_.under.empty()) return true;
    for (size_t steps = 0; !code.empty() && steps <= parents_.size(); ++steps) {
      if (code == choice_.under) return true;
      const auto found = parents_.find(code);
      code = found == parents_.end() ? std::string() : found->second;
    }
    return false;
  }

  // Superiors and successors first: what is printed can be added line by line.
  void list_areas() {
    output_.set_columns(codec::area_columns());
    for (const size_t i : domain::order_for_adding(areas_)) {
      if (under(areas_[i].code)) output_.record(codec::write_area(areas_[i]));
    }
  }

  void list_tree() {
    output_.set_columns(codec::area_columns());
    std::map<std::string, std::vector<const AreaEntry*>> children;
    for (const AreaEntry& area : areas_) {
      const bool top =
          choice_.under.empty() ? !parents_.contains(area.parent) : area.code == choice_.under;
      children[top ? std::string() : area.parent].push_back(&area);
    }
    const auto print = [&](const auto& self, const std::string& parent, size_t depth) -> void {
      if (depth > parents_.size()) return;
      for (const AreaEntry* area : children[parent]) {
        AreaEntry shown = *area;
        // People see the tree; programs get the same names in every format.
        if (output_.format() == Format::table) shown.name.insert(0, std::string(depth * 2, ' '));
        output_.record(codec::write_area(shown));
        self(self, area->code, depth + 1);
      }
    };
    print(print, "", 0);
  }

  void list_orgs() {
    output_.set_columns(codec::org_columns());
    for (const domain::OrgEntry& org : directory_.orgs()) {
      if (under(org.area)) output_.record(codec::write_org(org));
    }
  }

  bool in_office(const domain::StaffEntry& entry) const {
    const auto& day = choice_.as_of;
    return !day ||
           ((!entry.since || *entry.since <= *day) && (!entry.until || *day < *entry.until));
  }

  void list_staff() {
    output_.set_columns(codec::staff_columns());
    for (const domain::StaffEntry& entry : directory_.staff()) {
      if (in_office(entry) && under(entry.area)) output_.record(codec::write_staff(entry));
    }
  }

  store::DirectoryStore directory_;
  Output& output_;
  const Choice& choice_;
  std::vector<AreaEntry> areas_;
  std::map<std::string, std::string> parents_;
};

}  // namespace

int main(int argc, char** argv) {
  Program program("grid-list", "list areas, staff and organisations", Uses{.database = true});
  Options& options = program.options();
  Choice choice;
  std::optional<std::string> as_of;
  std::vector<std::string> nouns;
  options.operands("[area|staff|org]", nouns);
  options.flag("--tree", "areas in the order of their tree, indented in tables", choice.tree);
  options.value("--under", "CODE", "only this area and what lies in it", choice.under);
  options.value("--as-of", "DATE", "only what existed on that day, as it was then", as_of);
  options.example("grid-list area --tree", "the office as a tree");
  options.example("grid-list staff --under 330782002005", "who works in a community");
  options.example("grid-list | grid-add --db copy.db", "the same office in another file");
  program.check([&]() -> Status {
    if (nouns.size() > 1) return problem("usage.operand", "", "one of area, staff, org at a time");
    if (!nouns.empty()) choice.noun = nouns.front();
    if (nouns.empty() || choice.noun == "area" || choice.noun == "staff" || choice.noun == "org") {
      return Done{};
    }
    return problem("usage.operand", "", "there is no list of {}; take area, staff or org",
                   choice.noun);
  });
  return program.run(argc, argv, [&](Session& session) {
    if (as_of) {
      const auto day = parse_date(*as_of);
      if (!day) {
        session.messages().error(day.problem());
        return exit_usage;
      }
      choice.as_of = *day;
    }
    // A CSV has one heading: without a noun it holds the areas.
    if (choice.noun.empty() && (session.output().format() == Format::csv || choice.tree)) {
      choice.noun = "area";
    }
    session.read([&](sql::Database& db) { Lister(db, session.output(), choice).list(); });
    return exit_ok;
  });
}
