#include <grid/codec/visit.h>
#include <grid/store/figures_store.h>
#include <grid/store/visit_store.h>
#include <grid/tool/missed_visits.h>
#include <grid/tool/office.h>

#include <map>

namespace grid::tool {

namespace {

class MissedVisits {
 public:
  MissedVisits(sql::Database& db, Session& session)
      : db_(db),
        session_(session),
        office_(db, session.now()),
        staff_(store::DirectoryStore(db).staff()) {}

  void tell_all() {
    const Date today = office_.today();
    const auto since = domain::visited_from(today, office_.policy().registers);
    if (!since) return;
    since_ = *since;
    const Instant begin = to_instant(LocalTime{since_}, office_.offset());
    const domain::VisitWindow window{begin, office_.now() + Seconds{1}, today};
    for (const auto& count : store::FiguresStore(db_).households(window, office_.now())) {
      households_[count.area] = count.households;
    }
    store::VisitStore(db_, office_.areas(), today)
        .each_unvisited(begin, today, [this](const store::UnvisitedRow& row) { take(row); });
    tell();
  }

 private:
  void take(const store::UnvisitedRow& row) {
    if (row.area != missed_.area || row.community != missed_.community) {
      tell();
      begin(row);
    }
    ++missed_.unvisited;
    if (row.never) ++missed_.never;
    if (missed_.due.size() < most_due_named) missed_.due.push_back(row.no);
  }

  void begin(const store::UnvisitedRow& row) {
    missed_ = {};
    missed_.area = row.area;
    missed_.community = row.community;
    missed_.since = since_;
    const auto count = households_.find(row.area);
    missed_.households = count == households_.end() ? 0 : count->second;
    const domain::Area* area = office_.areas().find(row.area);
    const domain::AreaSpell* spell = area == nullptr ? nullptr : area->on(office_.today());
    if (spell != nullptr) missed_.name = spell->name;
    const auto path = office_.areas().path(row.area, office_.today());
    missed_.staff = domain::responsible_staff(path, staff_, office_.today());
  }

  void tell() {
    if (missed_.unvisited > 0) session_.output().record(codec::write_missed(missed_));
  }

  sql::Database& db_;
  Session& session_;
  Office office_;
  Date since_{};  // first day on which a visit counts
  std::vector<domain::StaffEntry> staff_;
  std::map<std::string, int64_t> households_;  // not vacant, by area
  codec::MissedHouseholds missed_;             // of the area that is being read
};

}  // namespace

void tell_missed(sql::Database& db, Session& session) {
  MissedVisits(db, session).tell_all();
}

}  // namespace grid::tool
