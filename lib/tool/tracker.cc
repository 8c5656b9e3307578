#include <grid/codec/track.h>
#include <grid/store/directory_store.h>
#include <grid/tool/office_view.h>
#include <grid/tool/tracker.h>

namespace grid::tool {

Tracker::Tracker(Session& session)
    : session_(session), db_(session.open(sql::Access::read)), cases_(db_) {
  const sql::Transaction view(db_, sql::Transaction::Kind::read);
  const OfficeView office(db_, session.now());
  offset_ = office.offset();
  store::DirectoryStore directory(db_);
  const Date today = date_of(to_local(session.now(), offset_));
  for (const domain::AreaEntry& area : directory.areas(today)) areas_.emplace(area.code, area.name);
  for (const domain::OrgEntry& org : directory.orgs()) {
    orgs_.emplace(org.code, org.name);
  }
}

// The case whose progress counts; a master may have been merged in its turn.
domain::Case Tracker::master_of(const domain::Case& own) {
  domain::Case matter = own;
  while (matter.state == domain::State::merged && !matter.master.empty()) {
    auto master = cases_.find(matter.master);
    if (!master || master->no == own.no) break;
    matter = std::move(*master);
  }
  return matter;
}

Result<text::Record> Tracker::answer(std::string_view receipt) {
  const sql::Transaction view(db_, sql::Transaction::Kind::read);
  const auto own = cases_.find_receipt(receipt);
  if (!own) return problem("receipt.unknown", "receipt", "no case has this receipt");
  const domain::Case master = master_of(*own);
  const domain::Track seen = domain::track(*own, master, cases_.events(master.no), session_.now());
  const auto& names = seen.org.empty() ? areas_ : orgs_;
  const auto unit = names.find(seen.org.empty() ? master.owner_area : seen.org);
  return codec::write_track(seen, own->receipt, unit == names.end() ? "" : unit->second, offset_);
}

}  // namespace grid::tool
