#include <fmt/format.h>
#include <grid/domain/case_follow.h>
#include <grid/domain/climb.h>
#include <grid/domain/directory.h>

#include <array>

namespace grid::domain {

namespace {

constexpr std::array<std::string_view, 4> supervision_words{"无", "普通督办", "黄牌督办",
                                                            "红牌督办"};

class Climber {
 public:
  Climber(const Case& matter, const CaseRules& rules, const Staffing& staffing, FiredKeys& fired,
          const Actor& ladder, Instant now)
      : matter_(matter),
        rules_(rules),
        staffing_(staffing),
        fired_(fired),
        ladder_(ladder),
        now_(now) {}

  // What signing still had to say is found before silence signs and told after it: the signing
  // happened earlier than this run.
  Climb run() {
    std::vector<Firing> due = reached();
    const bool signs = sign_for_the_silent();
    if (due.empty() && signs) due = reached();
    // A step may bring the case to a stage that has steps of its own: a second run finds nothing.
    while (!due.empty()) {
      for (Firing& firing : due) fire(std::move(firing));
      due = reached();
    }
    return std::move(climb_);
  }

 private:
  std::vector<Firing> reached() const;
  void fire(Firing firing);
  void tell(const Firing& firing, const Case& before, FiredStep& step);
  bool sign_for_the_silent();
  std::optional<Problem> take(const Intent& intent);
  std::string notice_text(const Firing& firing, const Case& before) const;
  std::string area_name(const std::string& code) const;
  std::string moment(const std::optional<Instant>& at) const;

  Case matter_;
  const CaseRules& rules_;
  const Staffing& staffing_;
  FiredKeys& fired_;
  const Actor& ladder_;
  Instant now_;
  Climb climb_;
};

std::vector<Firing> Climber::reached() const {
  const auto has_fired = [this](Stage stage, std::string_view rule) {
    return fired_.contains({stage, std::string(rule)});
  };
  return ladder_due(matter_, rules_, has_fired, now_);
}

std::optional<Problem> Climber::take(const Intent& intent) {
  auto step = domain::take(matter_, intent, ladder_, rules_, now_);
  if (!step) return step.problem();
  matter_ = step->after;
  climb_.taken.push_back(*std::move(step));
  return std::nullopt;
}

void Climber::fire(Firing firing) {
  fired_.insert({firing.stage, firing.rule->key});
  const Case before = matter_;
  for (const Intent& intent : intents_of(firing, before)) {
    if (auto refused = take(intent)) firing.obstacle = std::move(refused);
  }
  FiredStep step;
  step.case_no = before.no;
  step.cycle = before.cycle;
  step.stage = firing.stage;
  step.rule = firing.rule->key;
  step.reached = firing.reached;
  step.due = firing.due;
  step.skipped = firing.skipped;
  step.fired_at = now_;
  step.supervise = matter_.supervise;
  step.level = matter_.level;
  step.owner_area = matter_.owner_area;
  if (!firing.skipped) tell(firing, before, step);
  climb_.fired.push_back(std::move(step));
}

// Whom it tells is decided by who had the case before the step moved it.
void Climber::tell(const Firing& firing, const Case& before, FiredStep& step) {
  const Addressee told =
      addressee_of(*firing.rule, before, rules_, rules_.day(now_), staffing_.holders);
  if (told.post) {
    step.target = told.post->org.empty() ? told.post->area : told.post->org;
    step.role = code(told.post->role);
  }
  step.addressee = told.logins;
  for (const Post& post : told.vacant) {
    step.vacant.push_back(name_of(post));
    climb_.warnings.push_back(
        problem("post.vacant", "target", "nobody holds the post {}", step.vacant.back()));
  }
  for (const std::optional<Problem>& obstacle : {firing.obstacle, told.obstacle}) {
    if (!obstacle || step.obstacle == obstacle->code) continue;
    if (step.obstacle.empty()) step.obstacle = obstacle->code;
    climb_.warnings.push_back(*obstacle);
  }
  const Policy& policy = rules_.current(now_).policy();
  const Calendar& office = rules_.current(now_).calendar_for(nullptr, {});
  if (!told.logins.empty()) step.send_at = send_time(policy.notice, office, before.urgency, now_);
  step.text = notice_text(firing, before);
}

std::string Climber::area_name(const std::string& code) const {
  const Area* area = rules_.areas().find(code);
  const AreaSpell* spell = area == nullptr ? nullptr : area->on(rules_.day(now_));
  return spell == nullptr || spell->name.empty() ? code : spell->name;
}

// "2026-11-20 17:30", on the office's clock.
std::string Climber::moment(const std::optional<Instant>& at) const {
  if (!at) return "无期限";
  std::string text = format_instant(*at, rules_.offset()).substr(0, 16);
  text[10] = ' ';
  return text;
}

std::string Climber::notice_text(const Firing& firing, const Case& before) const {
  const Policy& policy = rules_.current(now_).policy();
  return fill_notice(policy.notice.text, [&](std::string_view name) -> std::string {
    if (name == "no") return before.no;
    if (name == "title") return before.title;
    if (name == "category") {
      const Category* category = policy.category(before.category);
      return category == nullptr ? before.category : category->name;
    }
    if (name == "urgency") return std::string(term(before.urgency).zh);
    if (name == "area") return area_name(before.area);
    if (name == "stage") return std::string(term(firing.stage).zh);
    if (name == "due") return moment(firing.due ? firing.due : before.due());
    if (name == "reached") return moment(firing.reached);
    if (name == "rule") return firing.rule->key;
    if (name == "unit") {
      return before.owner_org.empty() ? area_name(before.owner_area)
                                      : staffing_.org_name(before.owner_org);
    }
    if (name == "level") {
      const Term* level = find_term(level_terms(), before.level);
      return level == nullptr ? before.level : std::string(level->zh);
    }
    if (name == "holder") return area_name(before.owner_area);
    return std::string(supervision_words.at(static_cast<size_t>(matter_.supervise)));
  });
}

bool Climber::sign_for_the_silent() {
  if (now_ < matter_.last_at) return false;
  const std::optional<Intent> sign = silent_sign(matter_, rules_, now_);
  return sign && !take(*sign);
}

}  // namespace

Climb climb(const Case& matter, const CaseRules& rules, const Staffing& staffing, FiredKeys& fired,
            const Actor& ladder, Instant now) {
  return Climber(matter, rules, staffing, fired, ladder, now).run();
}

}  // namespace grid::domain
