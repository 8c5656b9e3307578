#include <grid/codec/household.h>
#include <grid/codec/move.h>
#include <grid/codec/register_file.h>
#include <grid/domain/register_places.h>
#include <grid/store/directory_store.h>
#include <grid/store/move_store.h>
#include <grid/tool/candidate_list.h>
#include <grid/tool/office_view.h>
#include <grid/tool/personal.h>

namespace grid::tool {

void list_candidates(Session& session, sql::Database& db) {
  const OfficeView office(db, session.now());
  const domain::AreaTree areas = store::DirectoryStore(db).area_tree();
  const Date today = office.today();
  const codec::PersonView view{session.reveal() ? nullptr : &office.mask(), today};
  const PersonalScope scope = PersonalScope::of_register(session, db, areas, today);
  scope.limit(session, "");
  session.access().noun = "candidate";
  session.access().fields = codec::personal_fields(codec::person_columns());
  domain::RegisterPlaces places(areas, today, "");
  codec::RegisterChecker checker(places, {today, domain::RelationCodes::unset});
  session.output().set_columns(codec::candidate_columns());
  store::MoveStore moves(db, areas, today);
  for (const store::CandidateRow& row : moves.open_candidates()) {
    domain::RegisterNotes notes;
    const auto entry = codec::read_entry(row.entry, checker, notes);
    if (entry && !scope.sees(entry->residence.community, entry->residence.area)) continue;
    if (view.mask == nullptr) session.access().keys.add(row.id);
    session.output().record(codec::write_candidate(row.id, row.batch, row.code,
                                                   entry ? &*entry : nullptr, row.likely, view));
  }
}

}  // namespace grid::tool
