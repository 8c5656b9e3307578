#include <grid/base/nearest.h>
#include <grid/codec/case.h>
#include <grid/codec/directory.h>
#include <grid/codec/household.h>
#include <grid/codec/person_cells.h>
#include <grid/codec/visit.h>
#include <grid/store/case_reader.h>
#include <grid/store/directory_store.h>
#include <grid/store/household_store.h>
#include <grid/store/visit_store.h>
#include <grid/tool/area_option.h>
#include <grid/tool/case_view.h>
#include <grid/tool/exporter.h>

#include <algorithm>

namespace grid::tool {

namespace {

// Nothing sensitive is among the usual columns: it is exported only where it is named.
const ExportNoun nouns[] = {
    {"cases", codec::case_all_columns,
     "no,state,title,category,area,owner_area,owner_org,urgency,channel,reported_at,stage,due,"
     "case_due,overdue,supervise,closed_at",
     &Exporter::cases},
    {"households", codec::household_columns,
     "community,no,area,address,building,unit,room,kind,vacant,members", &Exporter::households},
    {"persons", codec::person_columns,
     "community,household_no,area,relation,name,id_kind,id_no,sex,birth,phone,residence",
     &Exporter::persons},
    {"visits", codec::visit_columns, "at,kind,community,household,case,area,staff",
     &Exporter::visits},
    {"areas", codec::area_columns,
     "code,name,kind,parent,since,until,successor,households_expected", &Exporter::areas},
    {"staff", codec::staff_columns, "login,name,role,area,org,since,until", &Exporter::staff},
};

// To households.
bool gives_numbers(const domain::Area& area) {
  return area.kind == "community" || area.kind == "village";
}

// As many may wait in memory, each with 100 to 400 bytes.
constexpr int64_t most_lines = 2'000'000;

}  // namespace

Result<const ExportNoun*> find_export_noun(const std::string& name) {
  std::vector<std::string> names;
  for (const ExportNoun& noun : nouns) {
    if (noun.name == name) return &noun;
    names.emplace_back(noun.name);
  }
  Problem p = problem("usage.operand", "", "there is no list of {}", name);
  p.near = nearest(name, names);
  return p;
}

Exporter::Exporter(sql::Database& db, Session& session, ExportFile& file, std::string under,
                   bool all)
    : db_(db),
      office_(db, session.now()),
      areas_(store::DirectoryStore(db).area_tree()),
      session_(session),
      file_(file),
      under_(std::move(under)),
      all_(all) {
  require_area(areas_, under_, "--under");
}

void Exporter::cases() {
  store::CaseFilter filter;
  if (!all_) filter.states = store::open_states();
  if (!under_.empty()) {
    filter.areas = areas_.subtree(under_, office_.today());
  }
  CaseSight sight(session_, db_, office_);
  store::CaseReader(db_).list(filter, [&](const domain::Case& matter) {
    file_.record(codec::write_case(matter, sight.of(matter)));
  });
  sight.tell_limits();
}

PersonalScope Exporter::register_scope() {
  PersonalScope scope = PersonalScope::of_register(session_, db_, areas_, office_.today());
  scope.limit(session_, under_);
  return scope;
}

void Exporter::households() {
  const PersonalScope scope = register_scope();
  store::HouseholdStore(db_, areas_, office_.today())
      .households(communities(scope), {}, [&](const store::HouseholdRow& row) {
        const domain::Household& household = row.household;
        if (!scope.sees(household.community, household.area)) return;
        if (!under(household.area) && !under(household.community)) return;
        file_.record(codec::write_household(household, row.members));
      });
}

void Exporter::persons() {
  const PersonalScope scope = register_scope();
  const bool clear = session_.reveal().has_value();
  const codec::PersonView view{clear ? nullptr : &office_.mask(), office_.today()};
  AccessNote& note = session_.access();
  note.noun = "person";
  note.fields = codec::personal_fields(file_.columns());
  codec::PersonCells people(file_.columns(), file_.words(), view);
  std::vector<std::string> cells;
  store::HouseholdStore store(db_, areas_, office_.today());
  const auto may_see = [&](const store::PersonRow& row) {
    const domain::Residence& residence = row.residence;
    if (!scope.sees(residence.community, residence.area)) return false;
    if (!under(residence.area) && !under(residence.community)) return false;
    if (clear) note.keys.add(row.id);
    return true;
  };
  const std::vector<std::string> asked = communities(scope);
  if (file_.holds_records()) {
    return store.people(asked, {}, [&](const store::PersonRow& row) {
      if (may_see(row)) file_.record(codec::write_person(row.person, row.residence, view));
    });
  }
  store.read_only(people.parts());
  const auto put = [&](store::PersonRow& row) {
    if (!may_see(row)) return false;
    people.write(row.person, row.residence, cells);
    return true;
  };
  if (file_.holds_lines() && are_most(asked) && store.most_spells() <= most_lines) {
    return store.people_as_stored(asked, [&](store::PersonRow& row) {
      const bool member = !domain::is_head(row.residence.relation);
      if (put(row)) file_.row(cells, {row.home, member, row.spell});
    });
  }
  store.people(asked, {}, [&](store::PersonRow& row) {
    if (put(row)) file_.row(cells);
  });
}

void Exporter::visits() {
  const PersonalScope scope = register_scope();
  store::VisitStore(db_, areas_, office_.today()).each([&](const store::VisitRow& row) {
    if (!under(row.visit.area) || !scope.sees("", row.visit.area)) return;
    file_.record(codec::write_visit(row.visit, {row.recorded_at, row.actor}, office_.offset()));
  });
}

// Superiors first, as grid-add takes them.
void Exporter::areas() {
  const auto entries = store::DirectoryStore(db_).areas();
  for (const size_t i : domain::order_for_adding(entries)) {
    if (under(entries[i].code)) file_.record(codec::write_area(entries[i]));
  }
}

void Exporter::staff() {
  for (const domain::StaffEntry& entry : store::DirectoryStore(db_).staff()) {
    if (under(entry.area)) file_.record(codec::write_staff(entry));
  }
}

bool Exporter::under(const std::string& area) const {
  return under_.empty() || areas_.contains(under_, area, office_.today());
}

// Then reading whole tables costs less than finding the people of each.
bool Exporter::are_most(const std::vector<std::string>& communities) const {
  const auto all = std::ranges::count_if(areas_.all(), gives_numbers);
  return 2 * static_cast<ptrdiff_t>(communities.size()) > all;
}

// Those with which what is asked for may lie: in order of their codes.
std::vector<std::string> Exporter::communities(const PersonalScope& scope) const {
  std::vector<std::string> codes;
  for (const domain::Area& area : areas_.all()) {
    const bool within = under(area.code) || areas_.contains(area.code, under_, office_.today());
    if (gives_numbers(area) && within && scope.touches(area.code)) codes.push_back(area.code);
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace grid::tool
