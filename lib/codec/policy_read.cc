#include <fmt/format.h>
#include <grid/codec/policy.h>
#include <grid/domain/case_words.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "policy_calendar.h"
#include "policy_table.h"

namespace grid::codec {

using domain::Limit;
using domain::Policy;
using text::TomlEntry;
using text::TomlNode;
using text::TomlPosition;
using text::TomlTable;

namespace {

class Reader {
 public:
  Reader(const TomlTable& root, const ReadFile& read_file) : root_(root), read_file_(read_file) {}

  PolicyReading run(const domain::KnownCodes& known);
  PolicyReading office_and_mask();

 private:
  void office(PolicyTable& table);
  void calendars(PolicyTable& root);
  void category(PolicyTable& table);
  void limit(PolicyTable& table);
  void route(PolicyTable& table);
  void ladder(PolicyTable& table);
  void trigger(PolicyTable& table, domain::LadderRule& rule);
  void step(PolicyTable& table);
  void notice(PolicyTable& table);
  void rates(PolicyTable& table);
  void rules(PolicyTable& table);
  void registers(PolicyTable& table);
  void mask(PolicyTable& table);
  void org_calendars(PolicyTable& table);

  using Section = void (Reader::*)(PolicyTable&);
  void one(PolicyTable& root, std::string_view key, Section read);
  void each(PolicyTable& root, std::string_view key, Section read);
  void optional_limit(PolicyTable& table, std::string_view key, std::optional<Limit>& out);
  void optional_urgency(PolicyTable& table, std::optional<domain::Urgency>& out);

  // The place of a finding, by walking along its path as far as the document goes.
  PolicyProblem placed(const domain::PolicyFinding& finding) const;
  bool spoiled(std::string_view path) const;

  const TomlTable& root_;
  const ReadFile& read_file_;
  Policy policy_;
  PolicyReport report_;
  std::map<std::string, ReadCalendar, std::less<>> days_;  // by path; their rules moved away
};

// Reads the table `key` where there is one.
void Reader::one(PolicyTable& root, std::string_view key, Section read) {
  const TomlEntry* entry = root.table(key);
  if (entry == nullptr) return;
  PolicyTable table(*entry->node.get<TomlTable>(), std::string(key), entry->node.at, report_);
  (this->*read)(table);
  table.refuse_other_keys();
}

// Reads every [[key]].
void Reader::each(PolicyTable& root, std::string_view key, Section read) {
  const text::TomlArray* list = root.list(key);
  if (list == nullptr) return;
  for (size_t i = 0; i < list->size(); ++i) {
    const TomlNode& node = (*list)[i];
    const auto* table = node.get<TomlTable>();
    if (table == nullptr) {
      root.wrong_at(node.at, problem("policy.type", key, "{} must be {}, not {}", key, "a table",
                                     node.kind()));
      continue;
    }
    PolicyTable row(*table, fmt::format("{}[{}]", key, i), node.at, report_);
    (this->*read)(row);
    row.refuse_other_keys();
  }
}

void Reader::office(PolicyTable& table) {
  domain::Office& office = policy_.office;
  office.name = table.text("name").value_or("");
  office.area = table.text("area").value_or("");
  table.parse("utc_offset", office.utc_offset, parse_offset);
  office.levels = table.texts("levels");
}

void Reader::calendars(PolicyTable& root) {
  const auto add = [&](const TomlEntry& entry, std::string path, const std::string& name) {
    PolicyTable table(*entry.node.get<TomlTable>(), path, entry.node.at, report_);
    ReadCalendar read = read_calendar(std::move(table), read_file_);
    policy_.calendars[name] = std::move(read.rule);
    days_.emplace(std::move(path), std::move(read));
  };
  if (const TomlEntry* own = root.table("calendar")) add(*own, "calendar", "");
  const TomlEntry* named = root.table("calendars");
  if (named == nullptr) return;
  PolicyTable table(*named->node.get<TomlTable>(), "calendars", named->node.at, report_);
  for (const TomlEntry& entry : table.entries().entries) {
    if (entry.key.empty()) {
      table.wrong_at(entry.at, problem("calendar.name", "calendars", "a calendar has no name"));
    } else if (const TomlEntry* found = table.table(entry.key)) {
      add(*found, "calendars." + entry.key, entry.key);
    }
  }
}

void Reader::category(PolicyTable& table) {
  domain::Category category;
  category.code = table.required("code");
  category.name = table.required("name");
  table.one_of("kind", category.kind, domain::category_kind_named, {"single", "multi", "macro"});
  category.hold = table.text("hold").value_or("");
  policy_.categories.push_back(std::move(category));
}

void Reader::optional_limit(PolicyTable& table, std::string_view key, std::optional<Limit>& out) {
  const auto text = table.text(key);
  if (!text) return;
  const auto limit = domain::parse_limit(*text);
  if (limit) {
    out = *limit;
    return;
  }
  Problem wrong = limit.problem();
  wrong.field = std::string(key);
  table.wrong(key, std::move(wrong));
}

void Reader::optional_urgency(PolicyTable& table, std::optional<domain::Urgency>& out) {
  table.one_of("urgency", out, domain::from_code<domain::Urgency>,
               domain::codes<domain::Urgency>());
}

void Reader::limit(PolicyTable& table) {
  domain::LimitRule rule;
  rule.category = table.text("category").value_or("");
  optional_urgency(table, rule.urgency);
  rule.area = table.text("area").value_or("");
  optional_limit(table, "accept", rule.accept);
  optional_limit(table, "sign", rule.sign);
  optional_limit(table, "handle", rule.handle);
  optional_limit(table, "verify", rule.verify);
  optional_limit(table, "case", rule.whole);
  rule.calendar = table.text("calendar").value_or("");
  policy_.limits.push_back(std::move(rule));
}

void Reader::route(PolicyTable& table) {
  domain::Route route;
  route.category = table.text("category").value_or("");
  route.lead = table.required("lead");
  route.joint = table.texts("joint");
  policy_.routes.push_back(std::move(route));
}

void Reader::trigger(PolicyTable& table, domain::LadderRule& rule) {
  if (table.has("after") + table.has("count") + table.has("silence") != 1) {
    table.wrong("after", problem("ladder.after", "after",
                                 "a step needs one of after, count and silence, and only one"));
  }
  table.parse("after", rule.trigger, domain::parse_after);
  table.parse("count", rule.trigger, domain::parse_count);
  table.parse("silence", rule.trigger, domain::parse_silence);
}

void Reader::notice(PolicyTable& table) {
  domain::NoticeRule& notice = policy_.notice;
  for (const std::string& text : table.texts("hours")) {
    const auto span = domain::parse_day_span(text);
    if (span) {
      notice.hours.push_back(*span);
    } else {
      table.wrong("hours", span.problem());
    }
  }
  const auto every_day = [](std::string_view text) -> std::optional<bool> {
    return text == "all" ? std::optional(true)
                         : (text == "office" ? std::optional(false) : std::nullopt);
  };
  table.one_of("days", notice.every_day, every_day, {"office", "all"});
  table.parse("text", notice.text, [](std::string_view text) -> Result<std::string> {
    if (Status good = domain::check_notice_text(text); !good) return good.problem();
    return std::string(text);
  });
}

void Reader::ladder(PolicyTable& table) {
  domain::LadderRule rule;
  if (!table.has("stage")) {
    table.wrong("stage", problem("policy.missing", "stage", "{} is missing", "stage"));
  }
  table.one_of("stage", rule.stage, domain::from_code<domain::Stage>,
               domain::codes<domain::Stage>());
  trigger(table, rule);
  rule.category = table.text("category").value_or("");
  optional_urgency(table, rule.urgency);
  rule.area = table.text("area").value_or("");
  rule.level = table.text("level").value_or("");
  rule.supervise = static_cast<int>(table.whole("supervise", 0, 3).value_or(0));
  rule.escalate = table.truth("escalate").value_or(false);
  rule.target = table.text("target").value_or("");
  rule.org = table.text("org").value_or("");
  rule.key = table.text("key").value_or("");
  if (rule.key.empty()) rule.key = default_key(rule);
  policy_.ladder.push_back(std::move(rule));
}

void Reader::step(PolicyTable& table) {
  domain::StepRule rule;
  rule.action = table.required("action");
  rule.roles = table.texts("roles");
  rule.levels = table.texts("levels");
  policy_.steps.push_back(std::move(rule));
}

void Reader::rates(PolicyTable& table) {
  domain::Rates& rates = policy_.rates;
  if (const TomlEntry* entry = table.table("weights")) {
    PolicyTable weights(*entry->node.get<TomlTable>(), "rates.weights", entry->node.at, report_);
    rates.response_weight = weights.number("response").value_or(0);
    rates.solve_weight = weights.number("solve").value_or(0);
    rates.satisfaction_weight = weights.number("satisfaction").value_or(0);
    weights.refuse_other_keys();
  }
  rates.basic_counts = table.truth("basic_counts").value_or(rates.basic_counts);
  rates.min_sample = static_cast<int>(table.whole("min_sample", 1, 1'000'000).value_or(1));
}

void Reader::rules(PolicyTable& table) {
  domain::Rules& rules = policy_.rules;
  const auto count = [&](std::string_view key, int& out) {
    out = static_cast<int>(table.whole(key, 0, 1000).value_or(out));
  };
  const auto limit = [&](std::string_view key, Limit& out) {
    std::optional<Limit> read;
    optional_limit(table, key, read);
    out = read.value_or(out);
  };
  count("max_returns", rules.max_returns);
  limit("return_within", rules.return_within);
  count("max_extensions", rules.max_extensions);
  limit("reopen_within", rules.reopen_within);
  count("similar_days", rules.similar_days);
  rules.similar_metres =
      static_cast<int>(table.whole("similar_metres", 0, 100'000).value_or(rules.similar_metres));
  rules.reopen_when_dissatisfied =
      table.truth("reopen_when_dissatisfied").value_or(rules.reopen_when_dissatisfied);
  rules.emergency_hold = table.text("emergency_hold").value_or("");
  rules.emergency_escalate = table.text("emergency_escalate").value_or("");
}

void Reader::registers(PolicyTable& table) {
  domain::RegisterPolicy& rules = policy_.registers;
  const auto days = [&](std::string_view key, int& out) {
    out = static_cast<int>(table.whole(key, 0, 36500).value_or(out));
  };
  if (const auto share = table.number("gone_share")) {
    if (*share < 0 || *share > 1) {
      table.wrong("gone_share", problem("policy.value", "gone_share", "a share is from 0 to 1"));
    }
    rules.gone_share = *share;
  }
  days("visit_days", rules.visit_days);
  days("keep_left_days", rules.keep_left_days);
  days("keep_reporter_days", rules.keep_reporter_days);
  const TomlEntry* entry = table.table("fields");
  if (entry == nullptr) return;
  PolicyTable fields(*entry->node.get<TomlTable>(), table.path() + ".fields", entry->node.at,
                     report_);
  for (const std::string_view name : domain::ruled_fields) {
    if (!fields.has(name)) continue;
    fields.one_of(name, rules.fields[std::string(name)], domain::field_rule_named,
                  {"newest", "fill", "locked"});
  }
  fields.refuse_other_keys();
}

void Reader::mask(PolicyTable& table) {
  const auto ends = [&](std::string_view key, domain::ShownEnds& out) {
    table.parse(key, out,
                [&](std::string_view text) { return domain::parse_shown_ends(text, key); });
  };
  ends("id_no", policy_.mask.id_no);
  ends("phone", policy_.mask.phone);
  table.one_of("name", policy_.mask.name, domain::name_mask_named, {"keep", "surname"});
}

void Reader::org_calendars(PolicyTable& table) {
  for (const TomlEntry& entry : table.entries().entries) {
    if (const auto name = table.text(entry.key)) policy_.org_calendars[entry.key] = *name;
  }
}

// The next step of a path, taken off its front: a key, or "[2]".
std::string_view take_step(std::string_view& path) {
  if (path.starts_with('.')) path.remove_prefix(1);
  const size_t end = std::min(path.find_first_of(".[", 1), path.size());
  const std::string_view step = path.substr(0, end);
  path.remove_prefix(end);
  return step;
}

// Where the value at `path` stands, or the nearest thing around it.
TomlPosition locate(const TomlTable& root, std::string_view path) {
  TomlPosition at{1, 1};
  const TomlNode* node = nullptr;
  const TomlTable* table = &root;
  while (!path.empty()) {
    const std::string_view step = take_step(path);
    if (step.starts_with('[')) {
      size_t index = 0;
      std::from_chars(step.data() + 1, step.data() + step.size(), index);
      const auto* list = node == nullptr ? nullptr : node->get<text::TomlArray>();
      if (list == nullptr || index >= list->size()) break;
      node = &(*list)[index];
      at = node->at;
    } else {
      const TomlEntry* entry = table == nullptr ? nullptr : table->find(step);
      if (entry == nullptr) break;
      node = &entry->node;
      at = entry->at;
    }
    table = node->get<TomlTable>();
  }
  return at;
}

PolicyProblem Reader::placed(const domain::PolicyFinding& finding) const {
  PolicyProblem found{finding.problem, {}, 0, finding.warning};
  const size_t days = finding.path.find(".days[");
  if (days != std::string::npos) {
    const auto read = days_.find(finding.path.substr(0, days));
    size_t index = 0;
    std::from_chars(finding.path.data() + days + 6, finding.path.data() + finding.path.size(),
                    index);
    if (read != days_.end() && index < read->second.lines.size()) {
      found.file = read->second.file;
      found.line = read->second.lines[index];
      return found;
    }
  }
  found.line = locate(root_, finding.path).line;
  return found;
}

// Whether the part of the document that a finding is about could not be read anyway.
bool Reader::spoiled(std::string_view path) const {
  for (const std::string& table : report_.spoiled) {
    if (!table.empty() && path.starts_with(table) &&
        (path.size() == table.size() || path[table.size()] == '.' || path[table.size()] == '[')) {
      return true;
    }
  }
  return false;
}

PolicyReading Reader::run(const domain::KnownCodes& known) {
  PolicyTable root(root_, "", {1, 1}, report_);
  one(root, "office", &Reader::office);
  calendars(root);
  each(root, "category", &Reader::category);
  each(root, "limit", &Reader::limit);
  each(root, "route", &Reader::route);
  each(root, "ladder", &Reader::ladder);
  each(root, "step", &Reader::step);
  one(root, "notice", &Reader::notice);
  one(root, "rates", &Reader::rates);
  one(root, "rules", &Reader::rules);
  one(root, "register", &Reader::registers);
  one(root, "mask", &Reader::mask);
  one(root, "org_calendars", &Reader::org_calendars);
  root.refuse_other_keys();
  // A warning may come of what could not be read, wherever that is.
  const bool readable = report_.problems.empty();
  for (const domain::PolicyFinding& finding : domain::check_policy(policy_, known)) {
    if (spoiled(finding.path) || (finding.warning && !readable)) continue;
    report_.problems.push_back(placed(finding));
  }
  const auto place = [](const PolicyProblem& p) { return std::pair(!p.file.empty(), p.line); };
  std::stable_sort(
      report_.problems.begin(), report_.problems.end(),
      [&](const PolicyProblem& a, const PolicyProblem& b) { return place(a) < place(b); });
  return {std::move(policy_), std::move(report_.problems)};
}

PolicyReading Reader::office_and_mask() {
  PolicyTable root(root_, "", {1, 1}, report_);
  one(root, "office", &Reader::office);
  one(root, "mask", &Reader::mask);
  return {std::move(policy_), std::move(report_.problems)};
}

// The lines of a table: from its heading to the next one. "" where there is no such table.
std::string_view table_of(std::string_view canonical, std::string_view heading) {
  const size_t begin =
      canonical.starts_with(heading) ? 0 : canonical.find(fmt::format("\n{}", heading));
  if (begin == canonical.npos) return {};
  const size_t end = canonical.find("\n[", begin + 1);
  return canonical.substr(begin, end == canonical.npos ? end : end + 1 - begin);
}

}  // namespace

bool PolicyReading::ok() const {
  return std::all_of(problems.begin(), problems.end(),
                     [](const PolicyProblem& p) { return p.warning; });
}

PolicyReading read_policy(std::string_view toml, const ReadFile& read_file,
                          const domain::KnownCodes& known) {
  const auto parsed = text::parse_toml(toml);
  if (const auto* fault = std::get_if<text::TomlFault>(&parsed)) {
    return {{}, {{fault->problem, {}, std::max(fault->at.line, 1), false}}};
  }
  return Reader(std::get<TomlTable>(parsed), read_file).run(known);
}

PolicyReading read_office_and_mask(std::string_view canonical, const ReadFile& read_file) {
  const std::string_view office = table_of(canonical, "[office]\n");
  const std::string_view mask = table_of(canonical, "[mask]\n");
  if (office.empty() || mask.empty()) return read_policy(canonical, read_file);
  const auto parsed = text::parse_toml(fmt::format("{}{}", office, mask));
  if (const auto* fault = std::get_if<text::TomlFault>(&parsed)) {
    return {{}, {{fault->problem, {}, std::max(fault->at.line, 1), false}}};
  }
  return Reader(std::get<TomlTable>(parsed), read_file).office_and_mask();
}

}  // namespace grid::codec
