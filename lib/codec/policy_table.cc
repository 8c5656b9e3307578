#include "policy_table.h"

#include <grid/base/nearest.h>

#include <algorithm>

namespace grid::codec {

using text::TomlEntry;
using text::TomlNode;

namespace {

bool has_control_characters(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

void PolicyTable::wrong_at(text::TomlPosition at, Problem problem) {
  report_.problems.push_back({std::move(problem), {}, std::max(at.line, 1), false});
  report_.spoiled.insert(path_);
}

void PolicyTable::wrong(std::string_view key, Problem problem) {
  const TomlEntry* entry = table_.find(key);
  wrong_at(entry == nullptr ? at_ : entry->at, std::move(problem));
}

void PolicyTable::wrong_kind(const TomlNode& node, std::string_view key, const char* expected) {
  wrong_at(node.at,
           problem("policy.type", key, "{} must be {}, not {}", key, expected, node.kind()));
}

void PolicyTable::unknown_value(std::string_view key, std::string_view value,
                                std::vector<std::string> names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  Problem found = problem("policy.value", key, "{} is not one of {}", value, all);
  found.near = nearest(value, names);
  wrong(key, std::move(found));
}

const TomlNode* PolicyTable::any(std::string_view key) {
  known_.emplace_back(key);
  const TomlEntry* entry = table_.find(key);
  return entry == nullptr ? nullptr : &entry->node;
}

std::optional<std::string> PolicyTable::text(std::string_view key) {
  const TomlNode* node = any(key);
  if (node == nullptr) return std::nullopt;
  const auto* value = node->get<std::string>();
  if (value == nullptr) {
    wrong_kind(*node, key, "a text");
    return std::nullopt;
  }
  if (has_control_characters(*value)) {
    wrong(key, problem("policy.value", key, "{} holds control characters", key));
    return std::nullopt;
  }
  return *value;
}

std::string PolicyTable::required(std::string_view key) {
  const auto value = text(key);
  if (value && !value->empty()) return *value;
  if (value || !has(key)) wrong(key, problem("policy.missing", key, "{} is missing", key));
  return {};
}

std::optional<bool> PolicyTable::truth(std::string_view key) {
  const TomlNode* node = any(key);
  if (node == nullptr) return std::nullopt;
  if (const bool* value = node->get<bool>()) return *value;
  wrong_kind(*node, key, "true or false");
  return std::nullopt;
}

std::optional<double> PolicyTable::number(std::string_view key) {
  const TomlNode* node = any(key);
  if (node == nullptr) return std::nullopt;
  if (const double* value = node->get<double>()) return *value;
  if (const int64_t* value = node->get<int64_t>()) return static_cast<double>(*value);
  wrong_kind(*node, key, "a number");
  return std::nullopt;
}

std::optional<int64_t> PolicyTable::whole(std::string_view key, int64_t least, int64_t most) {
  const TomlNode* node = any(key);
  if (node == nullptr) return std::nullopt;
  const int64_t* value = node->get<int64_t>();
  if (value == nullptr) {
    wrong_kind(*node, key, "a whole number");
    return std::nullopt;
  }
  if (*value < least || *value > most) {
    wrong(key, problem("policy.value", key, "{} is not from {} to {}", *value, least, most));
    return std::nullopt;
  }
  return *value;
}

const text::TomlArray* PolicyTable::list(std::string_view key) {
  const TomlNode* node = any(key);
  if (node == nullptr) return nullptr;
  const auto* value = node->get<text::TomlArray>();
  if (value == nullptr) wrong_kind(*node, key, "a list");
  return value;
}

std::vector<std::string> PolicyTable::texts(std::string_view key) {
  std::vector<std::string> all;
  const text::TomlArray* values = list(key);
  if (values == nullptr) return all;
  for (const TomlNode& each : *values) {
    const auto* value = each.get<std::string>();
    if (value == nullptr) {
      wrong_kind(each, key, "a list of texts");
    } else if (value->empty() || has_control_characters(*value)) {
      wrong_at(each.at, problem("policy.value", key, "{} holds an empty or unreadable text", key));
    } else {
      all.push_back(*value);
    }
  }
  return all;
}

const TomlEntry* PolicyTable::table(std::string_view key) {
  const TomlNode* node = any(key);
  if (node == nullptr) return nullptr;
  if (node->get<text::TomlTable>() != nullptr) return table_.find(key);
  wrong_kind(*node, key, "a table");
  return nullptr;
}

void PolicyTable::refuse_other_keys() {
  for (const TomlEntry& entry : table_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    Problem found = problem("policy.unknown_key", entry.key, "unknown key {}", entry.key);
    found.near = nearest(entry.key, known_);
    wrong_at(entry.at, std::move(found));
  }
}

}  // namespace grid::codec
