#include <fmt/format.h>
#include <grid/sql/queries.h>
#include <grid/store/digest.h>
#include <grid/store/import_store.h>

#include <algorithm>
#include <array>

#include "entry_digest.h"
#include "key_list.h"
#include "register_lookup.h"
#include "register_rows.h"

namespace grid::store {

namespace query = sql::query;
using domain::Household;
using domain::KnownHousehold;
using domain::KnownPerson;
using domain::KnownResidence;
using domain::Person;
using domain::Residence;

namespace {

constexpr size_t uid_digits = 32;
constexpr size_t stem_digits = 20;  // 80 bits; the other 12 digits count

std::string_view kind_of(const Household& household) {
  return domain::household_kind_name(household.kind.value_or(domain::HouseholdKind::family));
}

std::optional<std::string_view> kind_or_null(const Residence& residence) {
  if (!residence.kind) return std::nullopt;
  return domain::residence_kind_name(*residence.kind);
}

std::optional<int64_t> row_or_null(int64_t id) {
  return id == 0 ? std::nullopt : std::optional<int64_t>(id);
}

// What the columns of a batch have no place for, one name=count a line.
std::string write_details(const domain::RegisterBatch& batch) {
  std::string text = fmt::format("households={}\npersons={}\n", batch.households, batch.persons);
  const auto add = [&text](std::string_view what, const std::map<std::string, int64_t>& counts) {
    for (const auto& [name, count] : counts) {
      fmt::format_to(std::back_inserter(text), "{} {}={}\n", what, name, count);
    }
  };
  add("repair", batch.repairs);
  add("warning", batch.warnings);
  add("refusal", batch.refusals);
  return text;
}

void read_details(std::string_view text, domain::RegisterBatch& batch) {
  for (const std::string& line : split(text, '\n')) {
    const size_t sign = line.rfind('=');
    if (sign == std::string::npos) continue;
    const std::string name = line.substr(0, sign);
    const int64_t count = std::stoll(line.substr(sign + 1));
    if (name == "households") batch.households = count;
    if (name == "persons") batch.persons = count;
    if (name.starts_with("repair ")) batch.repairs[name.substr(7)] = count;
    if (name.starts_with("warning ")) batch.warnings[name.substr(8)] = count;
    if (name.starts_with("refusal ")) batch.refusals[name.substr(8)] = count;
  }
}

bool anything(sql::Database& db) {
  sql::Rows rows = db.select(query::household_any);
  return rows.next() && rows.flag(0);
}

// Without household the spell itself must tell the community.
std::optional<int64_t> area_of(const AreaIds& areas, int64_t household,
                               const Residence& residence) {
  const std::optional<int64_t> grid = areas.id(residence.area);
  return grid || household != 0 ? grid : areas.id(residence.community);
}

}  // namespace

ImportStore::ImportStore(sql::Database& db, const domain::AreaTree& areas, Date day)
    : db_(db),
      areas_(db, areas, day),
      people_(db),
      was_empty_(!anything(db)),
      lookup_(std::make_unique<RegisterLookup>(db, areas_, people_)) {}

ImportStore::~ImportStore() = default;

std::optional<ImportStore::KnownFile> ImportStore::batch_of(const sql::Blob& digest) {
  sql::Rows rows = db_.select(query::batch_by_digest, digest);
  if (!rows.next() || rows.null(0)) return std::nullopt;
  return KnownFile{rows.integer(0), rows.integer(1)};
}

int64_t ImportStore::erased_since(const sql::Blob& digest) {
  std::optional<int64_t> last;
  if (sql::Rows rows = db_.select(query::batch_last_by_digest, digest); rows.next()) {
    last = rows.maybe_integer(0);
  }
  if (!last) return 0;
  sql::Rows rows = db_.select(query::erasure_since, *last);
  return rows.next() ? rows.integer(0) : 0;
}

int64_t ImportStore::begin(const domain::RegisterBatch& batch, const sql::Blob& digest,
                           const ImportOrigin& origin) {
  {
    sql::Rows rows = db_.select(query::batch_next);
    rows.next();
    batch_ = rows.integer(0);
    next_ = {rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)};
  }
  first_ = next_;
  // The same office, file and moment give the same uids: a repeated run gives the same file.
  const std::string seed =
      fmt::format("{}\n{}\n{}\n{}", origin.office, hexadecimal(digest), batch_, seconds(origin.at));
  const std::string uid = hexadecimal(sm3(seed)).substr(0, uid_digits);
  uid_stem_ = uid.substr(0, stem_digits);
  uids_ = 0;
  const bool file = batch.kind == domain::BatchKind::import;
  db_.run(query::batch_insert, batch_, uid, domain::name_of(batch.kind), batch.file,
          file ? std::optional(digest) : std::nullopt, seconds(origin.at), origin.actor,
          origin.login, or_null(batch.encoding), or_null(batch.delimiter), or_null(batch.sheet),
          batch.header_row, batch.whole ? 1 : 0, row_or_null(batch.undoes), or_null(batch.reason),
          next_.dwelling, next_.household, next_.person, next_.residence);
  return batch_;
}

void ImportStore::finish(const domain::RegisterBatch& batch) {
  people_.flush();
  db_.run(query::batch_finish, batch.read, batch.added, batch.changed, batch.same, batch.rejected,
          batch.repaired, batch.warned, batch.skipped, batch.gone, write_details(batch),
          next_.dwelling, next_.household, next_.person, next_.residence, batch_);
}

std::optional<domain::RegisterBatch> ImportStore::untouched(int64_t batch) {
  sql::Rows rows = db_.select(query::batch_untouched, batch);
  if (!rows.next()) return std::nullopt;
  domain::RegisterBatch known;
  known.id = batch;
  known.read = known.same = rows.integer(0);
  known.repaired = rows.integer(1);
  known.warned = rows.integer(2);
  known.skipped = rows.integer(3);
  read_details(rows.view(4), known);
  return known;
}

bool ImportStore::forget(int64_t batch) {
  {
    sql::Rows rows = db_.select(query::candidate_of_batch, batch);
    if (rows.next() && rows.flag(0)) return false;
  }
  db_.run(query::batch_delete, batch);
  return true;
}

void ImportStore::keep_candidate(const domain::RegisterEntry& entry, std::string_view code,
                                 std::string_view record, std::span<const int64_t> likely) {
  const sql::Blob digest = digest_of(entry);
  db_.run(query::candidate_insert, batch_, digest, code, record);
  for (const int64_t person : likely) db_.run(query::candidate_insert_likeness, person, digest);
}

std::optional<int64_t> ImportStore::decided(const domain::RegisterEntry& entry) {
  const sql::Blob digest = digest_of(entry);
  sql::Rows rows = db_.select(query::candidate_decided, digest);
  if (!rows.next()) return std::nullopt;
  return rows.integer(0);
}

void ImportStore::look_up(std::span<const domain::RegisterEntry* const> rows, bool contents) {
  lookup_->find(rows, contents, first_.person);
}

std::string ImportStore::new_uid() {
  return fmt::format("{}{:012x}", uid_stem_, ++uids_);
}

std::optional<KnownHousehold> ImportStore::find_household(std::string_view community,
                                                          std::string_view no) {
  if (const KnownHousehold* known = lookup_->household(community, no)) {
    return known->id == 0 ? std::nullopt : std::optional(*known);
  }
  return household_of_key(db_, areas_, community, no);
}

std::optional<int64_t> ImportStore::dwelling_of(const Household& household) {
  const std::string_view parts[] = {household.building, household.unit, household.room,
                                    household.address};
  if (std::ranges::all_of(parts, &std::string_view::empty)) return std::nullopt;
  const std::optional<int64_t> community = areas_.id(household.community);
  std::optional<int64_t> id;
  if (sql::Rows rows =
          db_.select(query::dwelling_by_place, community, or_null(household.building),
                     or_null(household.unit), or_null(household.room), or_null(household.address));
      rows.next()) {
    id = rows.integer(0);
  }
  if (!id) {
    id = next_.dwelling++;
    db_.run(query::dwelling_insert, *id, new_uid(), community, or_null(household.building),
            or_null(household.unit), or_null(household.room), or_null(household.address),
            or_null(household.dwelling_kind), batch_);
  } else if (!household.dwelling_kind.empty()) {
    trace(query::change_dwelling, *id, first_.dwelling);
    db_.run(query::dwelling_update_kind, household.dwelling_kind, batch_, *id);
  }
  return id;
}

// Keeps a row as it was before the batch; one that the batch itself brought needs none.
void ImportStore::trace(const sql::Query& keep, int64_t row, int64_t first) {
  if (row < first) db_.run(keep, batch_, 0, row);
}

int64_t ImportStore::add_household(const Household& household) {
  lookup_->forget_household(household.community, household.no);
  const std::optional<int64_t> dwelling = dwelling_of(household);
  const int64_t id = next_.household++;
  db_.run(query::household_insert, id, new_uid(), areas_.id(household.community), household.no,
          areas_.id(household.area), dwelling, kind_of(household),
          household.vacant.value_or(false) ? 1 : 0, batch_);
  return id;
}

void ImportStore::change_household(int64_t id, const Household& household) {
  lookup_->forget_household(household.community, household.no);
  trace(query::change_household, id, first_.household);
  std::optional<int64_t> left;
  if (sql::Rows rows = db_.select(query::household_dwelling, id); rows.next()) {
    left = rows.maybe_integer(0);
  }
  db_.run(query::household_update, areas_.id(household.area), dwelling_of(household),
          kind_of(household), household.vacant.value_or(false) ? 1 : 0, or_null(household.ended),
          batch_, id);
  // What earlier batches brought stays: it is history.
  if (left) db_.run(query::dwelling_delete_unused, *left, first_.dwelling);
}

int64_t ImportStore::heads(int64_t household) {
  sql::Rows rows = db_.select(query::household_heads, household);
  return rows.next() ? rows.integer(0) : 0;
}

bool ImportStore::was_lived_in(int64_t household) {
  sql::Rows rows = db_.select(query::household_was_lived_in, household, first_.residence);
  return rows.next() && rows.flag(0);
}

std::optional<KnownPerson> ImportStore::find_person(domain::IdKind kind, std::string_view id_no) {
  if (const KnownPerson* known = lookup_->numbered(kind, id_no)) {
    return known->id == 0 ? std::nullopt : std::optional(*known);
  }
  for (const int64_t id : people_.with_number(id_no)) {
    sql::Rows rows = db_.select(query::person_by_id, id);
    if (!rows.next()) continue;
    Person person = person_at(rows, 0);
    if (person.id_kind == kind) return KnownPerson{id, std::move(person)};
  }
  return std::nullopt;
}

std::optional<KnownPerson> ImportStore::find_source(std::string_view source,
                                                    std::string_view source_ref) {
  if (const KnownPerson* known = lookup_->sourced(source, source_ref)) {
    return known->id == 0 ? std::nullopt : std::optional(*known);
  }
  sql::Rows rows = db_.select(query::person_by_source, source, source_ref);
  if (!rows.next()) return std::nullopt;
  return KnownPerson{rows.integer(0), person_at(rows, 1)};
}

std::vector<KnownPerson> ImportStore::members(int64_t household, std::string_view name) {
  std::vector<KnownPerson> found;
  if (const std::vector<KnownPerson>* all = lookup_->members(household)) {
    for (const KnownPerson& person : *all) {
      if (person.person.name == name) found.push_back(person);
    }
    return found;
  }
  for (sql::Rows rows = db_.select(query::person_members, household, name, first_.person);
       rows.next();) {
    found.push_back({rows.integer(0), person_at(rows, 1)});
  }
  return found;
}

std::vector<int64_t> ImportStore::namesakes(std::string_view community, std::string_view name,
                                            std::string_view birth) {
  KeyList areas;
  for (const int64_t area : areas_.within(community)) areas.add(area);
  const std::string within = areas.text();
  std::vector<int64_t> found;
  for (sql::Rows rows = db_.select(query::person_namesakes, name, birth, first_.person,
                                   areas_.id(community), within);
       rows.next();) {
    found.push_back(rows.integer(0));
  }
  return found;
}

int64_t ImportStore::add_person(const Person& person) {
  const int64_t id = next_.person++;
  db_.run(query::person_insert, id, new_uid(), domain::id_kind_name(person.id_kind),
          or_null(person.id_no), person.name, or_null(person.former_name), or_null(person.sex),
          or_null(person.birth), or_null(person.died), or_null(person.ethnic),
          or_null(person.nationality), or_null(person.phone), or_null(person.politics),
          or_null(person.education), or_null(person.marriage), or_null(person.registered_address),
          or_null(person.tags), or_null(person.source), or_null(person.source_ref), batch_);
  people_.add(id, person);
  return id;
}

void ImportStore::change_person(int64_t id, const Person& person) {
  trace(query::change_person, id, first_.person);
  if (sql::Rows rows = db_.select(query::person_by_id, id); rows.next()) {
    people_.change(id, person_at(rows, 0), person);
  }
  db_.run(query::person_update, domain::id_kind_name(person.id_kind), or_null(person.id_no),
          person.name, or_null(person.former_name), or_null(person.sex), or_null(person.birth),
          or_null(person.died), or_null(person.ethnic), or_null(person.nationality),
          or_null(person.phone), or_null(person.politics), or_null(person.education),
          or_null(person.marriage), or_null(person.registered_address), or_null(person.tags),
          or_null(person.source), or_null(person.source_ref), batch_, id);
}

std::vector<KnownResidence> ImportStore::spells(int64_t person) {
  if (const std::vector<KnownResidence>* known = lookup_->spells(person)) return *known;
  std::vector<KnownResidence> spells;
  for (sql::Rows rows = db_.select(query::residence_of_person, person); rows.next();) {
    spells.push_back(
        {rows.integer(0), rows.maybe_integer(1).value_or(0), residence_at(rows, 2, areas_)});
  }
  return spells;
}

domain::KnownStays ImportStore::stays(int64_t household) {
  domain::KnownStays known;
  if (sql::Rows rows = db_.select(query::household_by_id, household); rows.next()) {
    known.area = household_at(rows, 1, areas_).area;
  }
  for (sql::Rows rows = db_.select(query::residence_in_household, household); rows.next();) {
    const int64_t id = rows.integer(1);
    known.stays.push_back({rows.integer(0),
                           {id, household, residence_at(rows, 3, areas_)},
                           id >= first_.residence,
                           rows.flag(2)});
  }
  return known;
}

void ImportStore::add_residence(int64_t person, int64_t household, const Residence& residence) {
  const int64_t id = next_.residence++;
  if (std::vector<KnownResidence>* known = lookup_->spells(person)) {
    known->push_back({id, household, residence});
  }
  db_.run(query::residence_insert, id, person, row_or_null(household),
          area_of(areas_, household, residence), kind_or_null(residence),
          or_null(residence.relation), flag_or_null(residence.consistent),
          or_null(residence.address), or_null(residence.since), or_null(residence.until),
          or_null(residence.ended_by), or_null(residence.flow_reason), or_null(residence.origin),
          or_null(residence.permit_no), or_null(residence.registered_on),
          or_null(residence.permit_until), batch_);
}

void ImportStore::change_residence(int64_t id, int64_t person, int64_t household,
                                   const Residence& residence) {
  if (std::vector<KnownResidence>* known = lookup_->spells(person)) {
    const auto spell = std::ranges::find(*known, id, &KnownResidence::id);
    if (spell != known->end()) *spell = {id, household, residence};
  }
  trace(query::change_residence, id, first_.residence);
  db_.run(query::residence_update, row_or_null(household), area_of(areas_, household, residence),
          kind_or_null(residence), or_null(residence.relation), flag_or_null(residence.consistent),
          or_null(residence.address), or_null(residence.since), or_null(residence.until),
          or_null(residence.ended_by), or_null(residence.flow_reason), or_null(residence.origin),
          or_null(residence.permit_no), or_null(residence.registered_on),
          or_null(residence.permit_until), batch_, id);
}

}  // namespace grid::store
