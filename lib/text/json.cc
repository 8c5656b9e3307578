#include <grid/text/encoding.h>
#include <grid/text/json.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <new>

#include "json_fault.h"

namespace grid::text {
namespace {

namespace dom = simdjson::dom;

constexpr int64_t max_whole = int64_t{1} << 53;  // what a double, and so any reader, holds exactly

Problem nested(std::string_view key) {
  return problem("json.nested", key, "a record is flat: only a list of texts may be nested");
}

Problem beyond(std::string_view key) {
  return problem("json.number", key, "a whole number beyond 2^53");
}

bool holds_nul(std::string_view text) {
  return std::memchr(text.data(), 0, text.size()) != nullptr;
}

Problem nul_in(std::string_view key, std::string_view line) {
  if (const auto fault = find_json_fault(line)) {
    return problem(fault->code, holds_nul(key) ? "" : key, fault->text, fault->offset + 1);
  }
  return problem("json.control", "", "the character U+0000 stands in a text");
}

// The digits behind the point of the shortest decimal that reads back as `value`.
int places_of(double value) {
  char digits[400];  // the smallest double takes 2 + 324 + 16
  const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
  const char* point =
      std::find(static_cast<const char*>(digits), static_cast<const char*>(end.ptr), '.');
  return point == end.ptr ? 0 : static_cast<int>(end.ptr - point - 1);
}

Result<Value> decimal(std::string_view key, double number) {
  // From 2^53 on a double may stand for another number than the one written.
  if (std::abs(number) >= static_cast<double>(max_whole)) return beyond(key);
  if (number == std::trunc(number)) return Value{static_cast<int64_t>(number)};
  return Value{Decimal{number, places_of(number)}};
}

Result<Value> list(std::string_view key, dom::array array, std::string_view line) {
  List texts;
  for (const dom::element element : array) {
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) return nested(key);
    if (holds_nul(text)) return nul_in(key, line);
    texts.emplace_back(text);
  }
  return Value{std::move(texts)};
}

Result<Value> value_of(std::string_view key, dom::element element, std::string_view line) {
  switch (element.type()) {
    case dom::element_type::STRING: {
      const std::string_view text = element.get_string().value_unsafe();
      if (holds_nul(text)) return nul_in(key, line);
      return Value{std::string(text)};
    }
    case dom::element_type::INT64: {
      const int64_t number = element.get_int64().value_unsafe();
      if (number > max_whole || number < -max_whole) return beyond(key);
      return Value{number};
    }
    case dom::element_type::UINT64:  // only what is too large for INT64
      return beyond(key);
    case dom::element_type::DOUBLE:
      return decimal(key, element.get_double().value_unsafe());
    case dom::element_type::BOOL:
      return Value{element.get_bool().value_unsafe()};
    case dom::element_type::NULL_VALUE:
      return Value{Null{}};
    case dom::element_type::ARRAY:
      return list(key, element.get_array().value_unsafe(), line);
    case dom::element_type::OBJECT:
      return nested(key);
  }
  return nested(key);
}

// The name that stands twice in the record, or nullptr. Pairs are compared while they are few;
// a hostile line with a hundred thousand keys is sorted.
const std::string* duplicate_key(const Record& record) {
  constexpr size_t few = 48;
  const auto& fields = record.fields();
  if (fields.size() <= few) {
    for (size_t i = 1; i < fields.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        if (fields[i].name == fields[j].name) return &fields[i].name;
      }
    }
    return nullptr;
  }
  std::vector<const std::string*> names;
  names.reserve(fields.size());
  for (const Field& field : fields) names.push_back(&field.name);
  std::sort(names.begin(), names.end(), [](auto* a, auto* b) { return *a < *b; });
  const auto twice =
      std::adjacent_find(names.begin(), names.end(), [](auto* a, auto* b) { return *a == *b; });
  return twice == names.end() ? nullptr : *twice;
}

// simdjson has refused `line`: why, and where.
Problem explain(std::string_view line, simdjson::error_code error) {
  if (const size_t at = find_invalid_utf8(line); at != std::string_view::npos) {
    return problem("json.utf8", "", "not UTF-8 at byte {}", at + 1);
  }
  const size_t first = line.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || line[first] != '{') {
    return problem("json.object", "", "the line is not a JSON object");
  }
  if (const auto fault = find_json_fault(line)) {
    return problem(fault->code, "", fault->text, fault->offset + 1);
  }
  // The grammar is kept: a bound of ours or of simdjson's was passed.
  if (error == simdjson::DEPTH_ERROR) {
    return problem("json.nested", "", "a record is flat: only a list of texts may be nested");
  }
  if (error == simdjson::NUMBER_ERROR) return beyond("");
  return problem("json.syntax", "", "not JSON");
}

}  // namespace

struct JsonReader::Buffers {
  dom::parser parser;
  std::string padded;   // simdjson reads up to SIMDJSON_PADDING bytes beyond the line
  size_t capacity = 0;  // of the parser: the longest line so far, rounded up
};

JsonReader::JsonReader() : buffers_(std::make_unique<Buffers>()) {}
JsonReader::~JsonReader() = default;
JsonReader::JsonReader(JsonReader&&) noexcept = default;
JsonReader& JsonReader::operator=(JsonReader&&) noexcept = default;

Result<Record> JsonReader::parse(std::string_view line) {
  Buffers& b = *buffers_;
  if (b.capacity < line.size() + 1) {
    const size_t capacity = std::max<size_t>(4096, 2 * line.size());
    if (b.parser.allocate(capacity, json_max_depth) != simdjson::SUCCESS) throw std::bad_alloc();
    b.padded.resize(capacity + simdjson::SIMDJSON_PADDING);
    b.capacity = capacity;
  }
  if (!line.empty()) std::memcpy(b.padded.data(), line.data(), line.size());

  dom::element root;
  if (const auto error = b.parser.parse(b.padded.data(), line.size(), false).get(root)) {
    return explain(line, error);
  }
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    return problem("json.object", "", "the line is not a JSON object");
  }
  Record record;
  for (const auto [key, element] : object) {
    if (holds_nul(key)) return nul_in(key, line);
    Result<Value> value = value_of(key, element, line);
    if (!value) return value.problem();
    record.add(key, *std::move(value));
  }
  if (const std::string* key = duplicate_key(record)) {
    return problem("json.duplicate_key", *key, "the key stands twice in the record");
  }
  return record;
}

Result<Record> parse_json_line(std::string_view line) {
  return JsonReader().parse(line);
}

}  // namespace grid::text
