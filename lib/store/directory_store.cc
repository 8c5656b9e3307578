#include <grid/sql/queries.h>
#include <grid/store/directory_store.h>

#include "column_values.h"

namespace grid::store {

namespace query = sql::query;
using domain::Area;
using domain::AreaEntry;
using domain::AreaSpell;
using domain::AreaTree;
using domain::OrgEntry;
using domain::StaffEntry;

namespace {

// Dates in the file are valid: they were written by this layer. "" and NULL: none.
std::optional<Date> date_at(const sql::Rows& rows, int column) {
  const auto date = parse_date(rows.view(column));
  return date ? std::optional<Date>(*date) : std::nullopt;
}

std::optional<std::string> date_or_null(const std::optional<Date>& date) {
  return date ? std::optional<std::string>(format_date(*date)) : std::nullopt;
}

// '' stands for "from the beginning" where the date is part of a key.
std::string date_or_empty(const std::optional<Date>& date) {
  return date ? format_date(*date) : std::string();
}

struct AreaRow {
  Area area;
  std::string successor;
  std::optional<int64_t> households_expected;
};

std::vector<AreaRow> area_rows(sql::Rows rows) {
  std::vector<AreaRow> all;
  while (rows.next()) {
    if (all.empty() || all.back().area.code != rows.view(0)) {
      all.push_back({Area{rows.text(0), rows.text(1), date_at(rows, 2), date_at(rows, 3), {}},
                     rows.text(4), rows.maybe_integer(5)});
    }
    all.back().area.spells.push_back(
        AreaSpell{date_at(rows, 6), date_at(rows, 7), rows.text(8), rows.text(9)});
  }
  return all;
}

AreaEntry entry_of(const AreaRow& row, const AreaSpell& spell) {
  return AreaEntry{row.area.code,  spell.name,     row.area.kind, spell.parent,
                   row.area.since, row.area.until, row.successor, row.households_expected};
}

OrgEntry org_at(const sql::Rows& rows) {
  return OrgEntry{rows.text(0), rows.text(1), rows.text(2), rows.text(3),
                  rows.text(4), rows.text(5), rows.text(6)};
}

}  // namespace

AreaTree DirectoryStore::area_tree() {
  std::vector<Area> areas;
  for (AreaRow& row : area_rows(db_.select(query::area_all))) areas.push_back(std::move(row.area));
  return AreaTree(std::move(areas));
}

std::vector<AreaEntry> DirectoryStore::areas(std::optional<Date> day) {
  std::vector<AreaEntry> entries;
  for (const AreaRow& row : area_rows(db_.select(query::area_all))) {
    if (!day) {
      entries.push_back(entry_of(row, row.area.spells.back()));
    } else if (const AreaSpell* spell = row.area.on(*day); spell && row.area.exists(*day)) {
      entries.push_back(entry_of(row, *spell));
    }
  }
  return entries;
}

std::optional<AreaEntry> DirectoryStore::area(std::string_view code) {
  const auto found = area_rows(db_.select(query::area_by_code, code));
  if (found.empty()) return std::nullopt;
  return entry_of(found.front(), found.front().area.spells.back());
}

std::optional<Area> DirectoryStore::area_history(std::string_view code) {
  auto found = area_rows(db_.select(query::area_by_code, code));
  if (found.empty()) return std::nullopt;
  return std::move(found.front().area);
}

std::vector<OrgEntry> DirectoryStore::orgs() {
  std::vector<OrgEntry> all;
  for (sql::Rows rows = db_.select(query::org_all); rows.next();) all.push_back(org_at(rows));
  return all;
}

bool DirectoryStore::has_area(std::string_view code) {
  return db_.select(query::area_id_by_code, code).next();
}

std::vector<std::string> DirectoryStore::org_codes() {
  std::vector<std::string> codes;
  for (sql::Rows rows = db_.select(query::org_codes); rows.next();) codes.push_back(rows.text(1));
  return codes;
}

std::optional<OrgEntry> DirectoryStore::org(std::string_view code) {
  sql::Rows rows = db_.select(query::org_by_code, code);
  if (!rows.next()) return std::nullopt;
  return org_at(rows);
}

std::vector<StaffEntry> DirectoryStore::staff() {
  std::vector<StaffEntry> all;
  for (sql::Rows rows = db_.select(query::post_all); rows.next();) {
    all.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                   rows.text(5), date_at(rows, 6), date_at(rows, 7)});
  }
  return all;
}

Change DirectoryStore::put(const AreaEntry& entry) {
  const auto before = area(entry.code);
  if (before == entry) return Change::same;
  const auto successor = or_null(entry.successor);
  const auto parent = or_null(entry.parent);
  if (!before) {
    db_.run(query::area_insert, entry.code, entry.kind, date_or_null(entry.since),
            date_or_null(entry.until), successor, entry.households_expected);
    db_.run(query::area_spell_insert, db_.last_id(), "", std::optional<std::string>(), entry.name,
            parent);
    return Change::added;
  }
  int64_t id = 0;
  {
    sql::Rows rows = db_.select(query::area_id_by_code, entry.code);
    rows.next();
    id = rows.integer(0);
  }
  db_.run(query::area_update, entry.kind, date_or_null(entry.since), date_or_null(entry.until),
          successor, entry.households_expected, id);
  db_.run(query::area_spell_correct, entry.name, parent, id);
  return Change::changed;
}

Change DirectoryStore::put(const OrgEntry& entry) {
  const auto before = org(entry.code);
  if (before == entry) return Change::same;
  const auto area = or_null(entry.area);
  const auto uscc = or_null(entry.uscc);
  const auto contact = or_null(entry.contact);
  const auto phone = or_null(entry.phone);
  if (before) {
    db_.run(query::org_update, entry.name, entry.kind, area, uscc, contact, phone, entry.code);
    return Change::changed;
  }
  db_.run(query::org_insert, entry.code, entry.name, entry.kind, area, uscc, contact, phone);
  return Change::added;
}

namespace {

struct PersonRow {
  int64_t id = 0;
  std::string name, phone;
};

std::optional<PersonRow> person_of(sql::Database& db, std::string_view login) {
  sql::Rows rows = db.select(query::staff_by_login, login);
  if (!rows.next()) return std::nullopt;
  return PersonRow{rows.integer(0), rows.text(1), rows.text(2)};
}

struct PostRow {
  int64_t id = 0;
  std::string role, area, org;
  std::optional<Date> since, until;
};

std::vector<PostRow> posts_of(sql::Database& db, int64_t staff) {
  std::vector<PostRow> posts;
  for (sql::Rows rows = db.select(query::post_by_staff, staff); rows.next();) {
    posts.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), date_at(rows, 4),
                     date_at(rows, 5)});
  }
  return posts;
}

// Without a first day the key means the assignment without one (they come first), else the last.
const PostRow* find_post(const std::vector<PostRow>& posts, const StaffEntry& key) {
  const PostRow* found = nullptr;
  for (const PostRow& post : posts) {
    if (post.role != key.role || post.area != key.area || post.org != key.org) continue;
    if (post.since == key.since) return &post;
    if (!key.since) found = &post;
  }
  return found;
}

}  // namespace

std::optional<StaffEntry> DirectoryStore::post(const StaffEntry& key) {
  const auto person = person_of(db_, key.login);
  if (!person) return std::nullopt;
  const auto posts = posts_of(db_, person->id);
  const PostRow* post = find_post(posts, key);
  if (post == nullptr) return std::nullopt;
  return StaffEntry{key.login, person->name,  post->role,  post->area,
                    post->org, person->phone, post->since, post->until};
}

Change DirectoryStore::put(const StaffEntry& entry) {
  const auto person = person_of(db_, entry.login);
  const auto phone = or_null(entry.phone);
  if (!person) db_.run(query::staff_insert, entry.login, entry.name, phone);
  const int64_t id = person ? person->id : db_.last_id();
  const bool renamed = person && (person->name != entry.name || person->phone != entry.phone);
  if (renamed) db_.run(query::staff_update, entry.name, phone, id);

  const auto posts = posts_of(db_, id);
  const PostRow* post = find_post(posts, entry);
  if (post == nullptr) {
    db_.run(query::post_insert, id, entry.role, or_null(entry.area), or_null(entry.org),
            date_or_empty(entry.since), date_or_null(entry.until));
    return Change::added;
  }
  if (post->until != entry.until) {
    db_.run(query::post_update, date_or_null(entry.until), post->id);
    return Change::changed;
  }
  return renamed ? Change::changed : Change::same;
}

std::optional<domain::Actor> DirectoryStore::actor(std::string_view login,
                                                   std::string_view system_login, Date day) {
  const auto person = person_of(db_, login);
  if (!person) return std::nullopt;
  domain::Actor actor;
  actor.login = login;
  actor.system_login = system_login;
  for (const PostRow& post : posts_of(db_, person->id)) {
    if ((post.since && day < *post.since) || (post.until && day >= *post.until)) continue;
    const auto role = domain::from_code<domain::Role>(post.role);
    if (!role) continue;
    actor.posts.push_back({*role, post.area, post.org});
    actor.admin = actor.admin || *role == domain::Role::admin;
  }
  return actor;
}

std::vector<std::string> DirectoryStore::holders(const domain::Post& post, Date day) {
  const std::string on = format_date(day);
  const std::string_view role = code(post.role);
  const auto found = [&] {
    if (!post.org.empty()) return db_.select(query::post_holders_org, post.org, role, on);
    if (!post.area.empty()) return db_.select(query::post_holders_area, post.area, role, on);
    return db_.select(query::post_holders_office, role, on);
  };
  std::vector<std::string> logins;
  for (sql::Rows rows = found(); rows.next();) logins.push_back(rows.text(0));
  return logins;
}

}  // namespace grid::store
