#include <grid/codec/case.h>
#include <grid/codec/firing.h>
#include <grid/tool/escalation.h>

namespace grid::tool {

Escalation::Escalation(Session& session, sql::Database& db)
    : session_(session), db_(db), now_(session.now()), office_(db, now_), cases_(db), ladder_(db) {
  staffing_.holders = [this](const domain::Post& post) { return holders(post); };
  staffing_.org_name = [this](std::string_view code) { return org_name(code); };
}

void Escalation::refresh() {
  now_ = session_.now();
  office_.refresh(now_);
  const domain::Actor runner = require_actor(session_, db_, office_.today());
  actor_ = domain::rules_at_work(runner);
  posts_.clear();
  org_names_.clear();
}

std::vector<text::Record> Escalation::candidates() {
  std::vector<text::Record> numbers;
  for (std::string& no : ladder_.candidates(now_)) {
    numbers.push_back(text::Record().add("no", std::move(no)));
  }
  return numbers;
}

const std::vector<std::string>& Escalation::holders(const domain::Post& post) {
  std::string key = name_of(post);
  const auto found = posts_.find(key);
  if (found != posts_.end()) return found->second;
  store::DirectoryStore directory(db_);
  return posts_.emplace(std::move(key), directory.holders(post, office_.today())).first->second;
}

std::string Escalation::org_name(std::string_view code) {
  if (org_names_.empty()) {
    for (domain::OrgEntry& org : store::DirectoryStore(db_).orgs()) {
      org_names_.emplace(org.code, std::move(org.name));
    }
  }
  const auto found = org_names_.find(code);
  return found == org_names_.end() ? std::string(code) : found->second;
}

void Escalation::write(const domain::Case& before, const domain::Climb& climb,
                       const domain::FiredKeys& fired) {
  const auto has_fired = [&](domain::Stage stage, std::string_view rule) {
    return fired.contains({stage, std::string(rule)});
  };
  cases_.set_ladder_clock([&](const domain::Case& matter) {
    return domain::ladder_at(matter, office_.rules(), has_fired, now_);
  });
  for (const domain::Taken& taken : climb.taken) {
    domain::Event event = taken.event;
    cases_.append(taken.before, taken.after, event);
  }
  cases_.set_ladder_clock({});
  for (const domain::FiredStep& step : climb.fired) ladder_.add(step);
  // A step that only tells has moved nothing but the ladder's own next look.
  if (climb.taken.empty()) {
    ladder_.set_look(before.no, domain::ladder_at(before, office_.rules(), has_fired, now_));
  }
}

Result<Applied> Escalation::climb(const text::Record& record) {
  const auto no = codec::read_case_no(record);
  if (!no) return no.problem();
  const auto matter = cases_.find(*no);
  if (!matter) return problem("case.unknown", "no", "there is no case {}", *no);
  domain::FiredKeys fired = ladder_.fired(*matter);
  const domain::Climb climbed =
      domain::climb(*matter, office_.rules(), staffing_, fired, actor_, now_);
  write(*matter, climbed, fired);
  Applied applied;
  const bool nothing = climbed.fired.empty() && climbed.taken.empty();
  applied.outcome = nothing ? Outcome::same : Outcome::changed;
  for (const domain::FiredStep& step : climbed.fired) {
    applied.records.push_back(codec::write_firing(step, office_.offset()));
  }
  for (const Problem& warning : climbed.warnings) {
    if (told_.insert(warning.code + ' ' + warning.message()).second) {
      applied.warnings.push_back(warning);
    }
  }
  return applied;
}

}  // namespace grid::tool
