// Record: one flat object as it travels between the formats and the codec.
//
// Fields keep their order. A value is a text, a whole number, a decimal, a truth value, null
// or a list of texts; nothing nests deeper: every format of ours (JSON lines, CSV, table) can
// carry it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace grid::text {

struct Null {
  bool operator==(const Null&) const = default;
};

// A decimal with the number of places it is written with (rates: 4, coordinates: 6).
struct Decimal {
  double value = 0;
  int places = 6;
  bool operator==(const Decimal&) const = default;
};

using List = std::vector<std::string>;
using Value = std::variant<std::string, int64_t, Decimal, bool, Null, List>;

struct Field {
  std::string name;
  Value value;
};

class Record {
 public:
  Record() = default;

  // Appends a field; the name must not be in the record yet.
  Record& add(std::string_view name, Value value) {
    fields_.push_back({std::string(name), std::move(value)});
    return *this;
  }
  // Appends the field only where there is something to say: unset fields are left out.
  Record& add_if(std::string_view name, const std::string& value) {
    return value.empty() ? *this : add(name, value);
  }
  template <typename T>
  Record& add_if(std::string_view name, const std::optional<T>& value) {
    return value ? add(name, Value{*value}) : *this;
  }

  // Room for so many fields; only speed depends on it.
  void reserve(size_t fields) { fields_.reserve(fields); }

  const std::vector<Field>& fields() const { return fields_; }
  // nullptr where the record has no such field.
  const Value* find(std::string_view name) const {
    for (const Field& field : fields_) {
      if (field.name == name) return &field.value;
    }
    return nullptr;
  }
  // The text of a field, or "" where it is absent or not a text.
  std::string text(std::string_view name) const {
    const Value* value = find(name);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? std::string() : *text;
  }

 private:
  std::vector<Field> fields_;
};

// The record a tool prints: first keys `type` and `v` (1).
inline Record make_record(std::string_view type) {
  Record record;
  record.add("type", std::string(type)).add("v", int64_t{1});
  return record;
}

}  // namespace grid::text
