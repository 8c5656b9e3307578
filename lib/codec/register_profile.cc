#include <grid/base/nearest.h>
#include <grid/codec/register_profile.h>
#include <grid/domain/clean_text.h>
#include <grid/text/toml.h>

#include <algorithm>

#include "policy_table.h"
#include "register_values.h"

namespace grid::codec {

namespace {

constexpr std::string_view tag_prefix = "tag:";
constexpr int64_t last_row = 1048576;  // of a spreadsheet

// The tables of a profile are read like those of a policy; only the noun of the codes differs.
Problem of_profile(Problem problem) {
  constexpr std::string_view noun = "policy.";
  if (problem.code.starts_with(noun)) problem.code.replace(0, noun.size(), "profile.");
  return problem;
}

void read_source(PolicyTable& top, PolicyReport& report, RegisterProfile& profile) {
  const text::TomlEntry* entry = top.table("source");
  if (entry == nullptr) return;
  PolicyTable table(*entry->node.get<text::TomlTable>(), "source", entry->at, report);
  table.parse("encoding", profile.encoding, text::parse_encoding);
  if (const auto typed = table.text("delimiter")) {
    profile.delimiter = parse_delimiter(*typed);
    if (!profile.delimiter) {
      table.wrong("delimiter", problem("profile.value", "delimiter",
                                       "the delimiter is one character or tab, not {}", *typed));
    }
  }
  profile.sheet = table.text("sheet");
  profile.header_row = table.whole("header_row", 1, last_row);
  profile.name = table.text("name").value_or("");
  table.refuse_other_keys();
}

Problem unknown_field(const std::string& name) {
  Problem p = problem("profile.field", name, "there is no field {}", name);
  p.near = nearest(name, register_field_names());
  p.hint = message_id("a field of a person or household, tag:WORD, or ignored");
  return p;
}

void read_headings(PolicyTable& top, PolicyReport& report, RegisterProfile& profile) {
  const text::TomlEntry* entry = top.table("headings");
  if (entry == nullptr) return;
  PolicyTable table(*entry->node.get<text::TomlTable>(), "headings", entry->at, report);
  for (const text::TomlEntry& line : table.entries().entries) {
    const auto meaning = table.text(line.key);
    if (!meaning) continue;
    RegisterHeading heading{RegisterField::tag_flag, {}, true};
    if (meaning->starts_with(tag_prefix) && meaning->size() > tag_prefix.size()) {
      heading.tag = meaning->substr(tag_prefix.size());
    } else if (const auto field = register_field_named(*meaning)) {
      heading.field = *field;
    } else {
      table.wrong(line.key, unknown_field(*meaning));
      continue;
    }
    profile.headings[plain_heading(line.key)] = std::move(heading);
  }
}

// What the field cannot mean would refuse every row with the word, far from its reason.
Problem wrong_value(const std::string& word, const std::string& meaning, Problem found) {
  Problem p = problem("profile.value", word, "{} = {}: no row can say that", word, meaning);
  p.near = std::move(found.near);
  p.hint = message_id("a code or word that the field takes; see grid-records(5)");
  return p;
}

void read_values(PolicyTable& top, PolicyReport& report, RegisterProfile& profile) {
  const text::TomlEntry* entry = top.table("values");
  if (entry == nullptr) return;
  PolicyTable table(*entry->node.get<text::TomlTable>(), "values", entry->at, report);
  for (const text::TomlEntry& each : table.entries().entries) {
    const text::TomlEntry* words = table.table(each.key);
    if (words == nullptr) continue;
    const auto field = register_field_named(each.key);
    if (!field || *field == RegisterField::ignored) {
      table.wrong(each.key, unknown_field(each.key));
      continue;
    }
    PolicyTable list(*words->node.get<text::TomlTable>(), "values." + each.key, words->at, report);
    for (const text::TomlEntry& line : list.entries().entries) {
      const auto meaning = list.text(line.key);
      if (!meaning) continue;
      if (Status s = check_register_value(*field, *meaning, profile.relation_codes); !s) {
        list.wrong(line.key, wrong_value(line.key, *meaning, s.problem()));
      } else {
        profile.values[*field][domain::clean_word(line.key)] = *meaning;
      }
    }
  }
}

}  // namespace

void RegisterProfile::translate(RegisterCells& cells) const {
  for (const auto& [field, words] : values) {
    std::string_view& cell = cells[field];
    if (cell.empty()) continue;
    const auto word = words.find(domain::clean_word(cell));
    if (word != words.end()) cell = word->second;
  }
}

std::optional<std::string> parse_delimiter(std::string_view text) {
  if (text == "tab" || text == "\\t") return "\t";
  if (text.empty() || text == "\"" || text == "\n" || text == "\r") return std::nullopt;
  const domain::CodePoint first = domain::first_code_point(text);
  if (first.bytes != text.size() || first.value == 0xFFFD) return std::nullopt;
  return std::string(text);
}

ProfileReading read_register_profile(std::string_view toml) {
  ProfileReading reading;
  const auto parsed = text::parse_toml(toml);
  if (const auto* fault = std::get_if<text::TomlFault>(&parsed)) {
    reading.problems.push_back({fault->problem, std::max(fault->at.line, 1)});
    return reading;
  }
  PolicyReport report;
  PolicyTable top(std::get<text::TomlTable>(parsed), "", {1, 1}, report);
  RegisterProfile& profile = reading.profile;
  profile.area = top.text("area").value_or("");
  top.parse("relation_codes", profile.relation_codes, domain::parse_relation_codes);
  read_source(top, report, profile);
  read_headings(top, report, profile);
  read_values(top, report, profile);
  top.refuse_other_keys();
  for (PolicyProblem& found : report.problems) {
    reading.problems.push_back({of_profile(std::move(found.problem)), found.line});
  }
  std::ranges::stable_sort(reading.problems, {}, &ProfileProblem::line);
  return reading;
}

}  // namespace grid::codec
