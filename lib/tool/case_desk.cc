#include <grid/domain/case_act.h>
#include <grid/domain/replay.h>
#include <grid/tool/case_desk.h>
#include <grid/tool/ladder_clock.h>

#include <utility>

namespace grid::tool {

CaseDesk::CaseDesk(Session& session, sql::Database& db)
    : session_(session),
      db_(db),
      now_(session.now()),
      office_(db, now_),
      cases_(db),
      actors_(session, db) {
  cases_.set_ladder_clock(ladder_clock(db, office_));
}

void CaseDesk::refresh() {
  now_ = session_.now();
  office_.refresh(now_);
  actors_.refresh(office_);
  root_ = office_.root_area();
  sight_.emplace(session_, db_, office_.offset(), office_.policy().mask, office_.today());
}

text::Record CaseDesk::shown(const domain::Case& matter, Outcome outcome) {
  text::Record record = codec::write_case(matter, sight_->of(matter));
  record.add("outcome", std::string(outcome_name(outcome)));
  return record;
}

Result<Applied> CaseDesk::report(const text::Record& record) {
  auto filed = codec::read_filed(record, office_.offset());
  if (!filed) return filed.problem();
  const domain::NewCase& matter = filed->filed;
  if (!matter.source_ref.empty()) {
    if (const auto known = cases_.find_source(matter.source, matter.source_ref)) {
      return Applied{Outcome::same, {shown(*known, Outcome::same)}, {}};
    }
  }
  std::optional<Instant> at = filed->reported_at;
  if (!at && session_.at()) {
    const auto happened = session_.happened(office_.offset());
    if (!happened) return happened.problem();
    at = *happened;
  }
  const auto actor = actors_.at(at.value_or(now_));
  if (!actor) return actor.problem();
  auto event = domain::decide_report(matter, at, *actor, office_.rules(), now_);
  if (!event) return event.problem();
  cases_.number(*event, root_, office_.today());
  const domain::Case made = domain::apply(nullptr, *event, office_.rules());
  const std::string community =
      domain::community_of(office_.areas(), made.area, office_.rules().day(made.reported_at));
  std::vector<std::string> similar = doubles_of(made, community);
  cases_.file(made, *event, community);
  text::Record told =
      codec::write_case(made, masked_view(session_, office_.offset(), office_.policy().mask));
  if (!similar.empty()) told.add("similar", std::move(similar));
  told.add("outcome", std::string(outcome_name(Outcome::added)));
  return Applied{Outcome::added, {std::move(told)}, {}};
}

std::vector<std::string> CaseDesk::doubles_of(const domain::Case& made,
                                              const std::string& community) {
  const domain::Rules& rules = office_.policy().rules;
  if (rules.similar_days == 0) return {};
  const auto apart = std::chrono::days{rules.similar_days};
  std::vector<std::string> similar;
  cases_.double_candidates(made.category, community, made.reported_at - apart,
                           made.reported_at + apart, [&](const auto& candidate) {
                             if (domain::likely_double(made, candidate, rules)) {
                               similar.push_back(candidate.no);
                             }
                             return similar.size() < domain::most_doubles;
                           });
  return similar;
}

Result<domain::Case> CaseDesk::named(const text::Record& record) {
  const auto no = codec::read_case_no(record);
  if (!no) return no.problem();
  auto matter = cases_.find(*no);
  if (!matter) return problem("case.unknown", "no", "there is no case {}", *no);
  return std::move(*matter);
}

std::optional<domain::Master> CaseDesk::master_of(const domain::Case& matter,
                                                  const domain::Intent& intent) {
  const bool merges = intent.action == domain::Action::merge;
  if (!merges && intent.action != domain::Action::unmerge) return std::nullopt;
  auto master = cases_.find(merges ? intent.into : matter.master);
  if (!master) return std::nullopt;
  std::vector<domain::Event> events = cases_.events(master->no);
  return domain::Master{*std::move(master), std::move(events)};
}

Result<Applied> CaseDesk::act(const text::Record& record, const domain::Intent& given) {
  const auto matter = named(record);
  if (!matter) return matter.problem();
  auto intent = codec::read_intent(record, given, office_.offset());
  if (!intent) return intent.problem();
  if (!intent->at && session_.at()) {
    const auto happened = session_.happened(office_.offset());
    if (!happened) return happened.problem();
    intent->at = *happened;
  }
  const auto actor = actors_.at(intent->at.value_or(now_));
  if (!actor) return actor.problem();
  const auto master = master_of(*matter, *intent);
  auto taken =
      domain::act(*matter, *intent, *actor, office_.rules(), now_, master ? &*master : nullptr);
  if (!taken) return taken.problem();
  Applied applied;
  applied.outcome = Outcome::changed;
  for (size_t i = 0; i < taken->size(); ++i) {
    domain::Taken& each = (*taken)[i];
    cases_.append(each.before, each.after, each.event);
    const bool last = i + 1 == taken->size() || (*taken)[i + 1].after.no != each.after.no;
    if (!last) continue;
    const bool acted = each.after.no == matter->no;
    applied.records.insert(acted ? applied.records.begin() : applied.records.end(),
                           shown(each.after, Outcome::changed));
  }
  return applied;
}

}  // namespace grid::tool
