#include <grid/domain/register_roll.h>

#include <functional>

namespace grid::domain {

namespace {

class Digest {
 public:
  Digest& operator<<(std::string_view text) {
    // Most fields of most rows are empty.
    const uint64_t part = text.empty() ? 0 : std::hash<std::string_view>{}(text);
    value_ = (value_ ^ part) * 0x9E3779B97F4A7C15ULL;
    value_ ^= value_ >> 29;
    return *this;
  }
  template <typename T>
  Digest& operator<<(const std::optional<T>& value) {
    constexpr std::string_view digits = "0123456789";
    return *this << (value ? digits.substr(static_cast<size_t>(*value), 1) : "-");
  }
  uint64_t value() const { return value_ == 0 ? 1 : value_; }

 private:
  uint64_t value_ = 0xCBF29CE484222325ULL;
};

uint64_t number_key(IdKind kind, std::string_view id_no) {
  return (Digest() << id_kind_name(kind) << id_no).value();
}

uint64_t source_key(std::string_view source, std::string_view source_ref) {
  return (Digest() << source << source_ref).value();
}

uint64_t ended_key(int64_t person, const Residence& spell) {
  return (Digest() << std::to_string(person)
                   << (role_of(spell) == ResidenceRole::living ? "living" : "registration")
                   << spell.community << spell.no << spell.until)
      .value();
}

// Year, month and day in decimal places; a part that is not known is 0.
uint32_t packed(std::string_view date) {
  uint32_t value = 0;
  int digits = 0;
  for (const char c : date) {
    if (c < '0' || c > '9' || digits == 8) continue;
    value = value * 10 + static_cast<uint32_t>(c - '0');
    ++digits;
  }
  for (; digits > 0 && digits < 8; ++digits) value *= 10;
  return value;
}

// As births_agree() does, on packed dates.
bool agree(uint32_t one, uint32_t other) {
  if (one % 10000 == 0 || other % 10000 == 0) {
    return one == 0 || other == 0 || one / 10000 == other / 10000;
  }
  if (one % 100 == 0 || other % 100 == 0) return one / 100 == other / 100;
  return one == other;
}

}  // namespace

uint64_t digest_of(const Household& h) {
  return (Digest() << h.area << h.address << h.building << h.unit << h.room << h.dwelling_kind
                   << h.kind << h.vacant)
      .value();
}

uint64_t key_digest_of(const Household& household) {
  return (Digest() << household.community << household.no).value();
}

uint64_t digest_of(const Person& p) {
  return (Digest() << p.id_no << p.name << p.former_name << p.sex << p.birth << p.died << p.ethnic
                   << p.nationality << p.phone << p.politics << p.education << p.marriage
                   << p.registered_address << p.tags << p.source << p.source_ref)
      .value();
}

uint64_t digest_of(const Residence& r) {
  return (Digest() << r.community << r.no << r.area << r.kind << r.relation << r.consistent
                   << r.address << r.since << r.until << r.ended_by << r.flow_reason << r.origin
                   << r.permit_no << r.registered_on << r.permit_until)
      .value();
}

uint32_t DigestTable::find(uint64_t key) const {
  if (slots_.empty()) return none;
  const size_t mask = slots_.size() - 1;
  for (size_t i = start(key, mask);; i = (i + 1) & mask) {
    if (slots_[i].place == none || slots_[i].key == key) return slots_[i].place;
  }
}

void DigestTable::put(uint64_t key, uint32_t place) {
  if ((used_ + 1) * 4 > slots_.size() * 3) grow();
  const size_t mask = slots_.size() - 1;
  size_t i = start(key, mask);
  while (slots_[i].place != none) i = (i + 1) & mask;
  slots_[i] = {key, place};
  ++used_;
}

void DigestTable::grow() {
  constexpr size_t least = 64;
  std::vector<Slot> old(std::max(least, slots_.size() * 2));
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.place == none) continue;
    size_t i = start(slot.key, mask);
    while (slots_[i].place != none) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

RegisterRoll::Said* RegisterRoll::by_number(IdKind kind, std::string_view id_no) {
  const uint32_t place = numbers_.find(number_key(kind, id_no));
  return place == DigestTable::none ? nullptr : &said_[place];
}

RegisterRoll::Said* RegisterRoll::by_source(std::string_view source, std::string_view source_ref) {
  const uint32_t place = sources_.find(source_key(source, source_ref));
  return place == DigestTable::none ? nullptr : &said_[place];
}

RegisterRoll::Said* RegisterRoll::by_row(int64_t person) {
  const uint32_t place = rows_.find(static_cast<uint64_t>(person));
  return place == DigestTable::none ? nullptr : &said_[place];
}

std::vector<RegisterRoll::Said*> RegisterRoll::namesakes(uint32_t last, const Person& person) {
  std::vector<Said*> found;
  const uint64_t name = (Digest() << person.name).value();
  const uint32_t birth = packed(person.birth);
  for (uint32_t place = last; place != DigestTable::none; place = said_[place].next) {
    Said& said = said_[place];
    if (said.numbered && !person.id_no.empty()) continue;
    if (said.name == name && agree(said.birth, birth)) found.push_back(&said);
  }
  return found;
}

const RegisterRoll::Ended* RegisterRoll::ended(const Said& said, const Residence& spell) const {
  const uint32_t place = ended_places_.find(ended_key(said.person, spell));
  return place == DigestTable::none ? nullptr : &ended_[place];
}

// Rows of one sheet follow one another.
uint16_t RegisterRoll::sheet_number(std::string_view sheet) {
  if (sheets_.empty() || sheets_.back() != sheet) sheets_.push_back(sheet);
  return static_cast<uint16_t>(sheets_.size() - 1);
}

void RegisterRoll::note_spell(Said& said, const Residence& spell, uint64_t digest,
                              const RowPlace& place) {
  const auto line = static_cast<uint32_t>(place.line);
  const uint16_t sheet = sheet_number(place.sheet);
  const auto role = static_cast<size_t>(role_of(spell));
  if (spell.until.empty()) {
    said.spells[role] = digest;
  } else {
    ended_places_.put(ended_key(said.person, spell), static_cast<uint32_t>(ended_.size()));
    ended_.push_back({digest, line, sheet});
  }
  if (said.lines[role] != 0 && !spell.until.empty()) return;
  said.lines[role] = line;
  said.sheets[role] = sheet;
}

RowPlace RegisterRoll::place_of(const Said& said) const {
  return place_of(said, said.lines[0] != 0 ? ResidenceRole::registration : ResidenceRole::living);
}

RowPlace RegisterRoll::place_of(const Said& said, ResidenceRole role) const {
  const auto place = static_cast<size_t>(role);
  return {said.lines[place], 0, sheets_.at(said.sheets[place])};
}

RowPlace RegisterRoll::place_of(const Ended& ended) const {
  return {ended.line, 0, sheets_.at(ended.sheet)};
}

RegisterRoll::Said& RegisterRoll::add(const Person& person, int64_t row, bool existed,
                                      uint32_t* last) {
  const auto place = static_cast<uint32_t>(said_.size());
  Said& said = said_.emplace_back();
  said.person = row;
  said.facts = digest_of(person);
  said.name = (Digest() << person.name).value();
  said.birth = packed(person.birth);
  said.numbered = !person.id_no.empty();
  if (said.numbered) numbers_.put(number_key(person.id_kind, person.id_no), place);
  if (!person.source_ref.empty()) {
    const uint64_t key = source_key(person.source, person.source_ref);
    if (sources_.find(key) == DigestTable::none) sources_.put(key, place);
  }
  if (existed) rows_.put(static_cast<uint64_t>(row), place);
  if (last != nullptr) {
    said.next = *last;
    *last = place;
  }
  return said;
}

}  // namespace grid::domain
