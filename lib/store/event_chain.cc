#include <fmt/format.h>
#include <grid/sql/queries.h>
#include <grid/store/event_chain.h>

#include "event_rows.h"

namespace grid::store {

using domain::Event;

void EventChain::field(std::string_view bytes) {
  const auto size = static_cast<uint32_t>(bytes.size());
  for (const int shift : {24, 16, 8, 0}) bytes_.push_back(static_cast<char>(size >> shift));
  bytes_.append(bytes);
}

sql::Blob EventChain::next(const sql::Blob& before, const Event& event, const sql::Blob& personal) {
  const auto number = [](int64_t value) { return fmt::format_int(value); };
  const auto seconds = [&](Instant at) { return number(at.time_since_epoch().count()); };
  const auto view = [](const fmt::format_int& text) {
    return std::string_view(text.data(), text.size());
  };
  bytes_.clear();
  field(event.case_no);
  field(view(number(event.seq)));
  field(code(event.action));
  field(view(seconds(event.at)));
  field(view(seconds(event.recorded_at)));
  field(event.actor);
  field(event.login);
  field(event.post);
  field(event.from ? code(*event.from) : std::string_view());
  field(code(event.to));
  for (const std::string* text :
       {&event.area, &event.org, &event.staff, &event.reason, &event.text, &event.data}) {
    field(*text);
  }
  field({reinterpret_cast<const char*>(personal.data()), personal.size()});
  digest_.begin();
  digest_.add(before);
  digest_.add(bytes_);
  return digest_.finish();
}

sql::Blob EventChain::personal_digest(const sql::Blob& salt, std::string_view body) {
  digest_.begin();
  digest_.add(salt);
  digest_.add(body);
  return digest_.finish();
}

}  // namespace grid::store
