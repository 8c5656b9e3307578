#include <grid/codec/household.h>
#include <grid/codec/register_report.h>
#include <grid/domain/register_places.h>
#include <grid/tool/office.h>
#include <grid/tool/register_explain.h>
#include <grid/tool/source.h>

namespace grid::tool {

namespace {

constexpr int64_t rows_shown = 5;

}  // namespace

int RegisterExplain::run(const std::vector<std::string>& files) {
  std::vector<Loaded> all;
  bool unreadable = false;
  for (const std::string& name : files) {
    auto file = codec::RegisterFile::open(read_whole(name), options_.source);
    if (file) {
      all.push_back({name, std::move(*file)});
    } else {
      session_.messages().error(file.problem(), Place{name, 0, 0});
      unreadable = true;
    }
  }
  session_.read([&](sql::Database& db) { explain(all, db); });
  held_.release(session_.messages());
  return unreadable ? exit_bad_data : exit_ok;
}

void RegisterExplain::explain(const std::vector<Loaded>& files, sql::Database& db) {
  const Office office(db, session_.now());
  for (const Loaded& loaded : files) {
    session_.output().set_columns(codec::mapping_columns());
    for (const codec::RegisterMapping& column : loaded.file.mapping()) {
      session_.output().record(codec::write_mapping(loaded.name, loaded.file.form(), column));
    }
    show_rows(loaded, office);
  }
}

// Whatever --reveal would allow: nobody needs whole numbers to see what a column is.
void RegisterExplain::show_rows(const Loaded& loaded, const Office& office) {
  domain::RegisterPlaces places(office.areas(), office.today(), options_.area);
  if (Status s = places.check(); !s) throw Failure(FailureKind::no_input, s.problem());
  codec::RegisterChecker checker(places, {office.today(), options_.relation_codes, options_.name});
  session_.output().set_columns(codec::person_columns());
  const auto show = [&](codec::RegisterRow& row) {
    const Place place = place_of(loaded.name, {row.line, row.row, row.sheet});
    if (row.problem) return held_.error(*row.problem, place);
    for (const Problem& warning : row.notes.warnings) held_.warning(warning, place);
    const domain::Mask& mask = office.policy().mask;
    if (row.entry->person) {
      session_.output().record(
          codec::write_person(*row.entry->person, row.entry->residence, {&mask, office.today()}));
    } else {
      session_.output().record(codec::write_household(*row.entry->household, 0));
    }
  };
  loaded.file.read(checker, show, rows_shown);
}

}  // namespace grid::tool
