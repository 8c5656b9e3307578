// The small office of tests/domain in a file of its own.
#pragma once

#include <grid/sql/database.h>
#include <grid/sql/queries.h>
#include <grid/store/case_store.h>
#include <grid/store/directory_store.h>
#include <grid/store/office_store.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <string>

#include "../domain/case_office.h"

namespace office {

// A folder that goes with the object.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "grid-store-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  std::string file(const char* name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

struct StoredOffice : SmallOffice {
  explicit StoredOffice(const Policy& policy = make_policy()) : SmallOffice(policy) {}

  Folder folder;
  std::string path = folder.file("grid.db");
  sql::Database db = sql::Database::create(path, std::chrono::seconds{1}, fill);
  store::CaseStore cases{db};

  Case report(const NewCase& filed, const Actor& actor, Instant now) {
    Event event = *decide_report(filed, {}, actor, rules, now);
    cases.number(event, street, rules.day(now));
    Case made = apply(nullptr, event, rules);
    cases.file(made, event);
    return made;
  }
  Case report(const NewCase& filed, const Actor& actor, const char* now) {
    return report(filed, actor, at(now));
  }
  void take(Case& matter, Event event) {
    Case after = apply(&matter, event, rules);
    cases.append(matter, after, event);
    matter = std::move(after);
  }
  void act(Case& matter, const Intent& intent, const Actor& actor, const char* now) {
    take(matter, *decide(matter, intent, actor, rules, at(now)));
  }

 private:
  static void fill(sql::Database& db) {
    store::OfficeStore offices(db);
    offices.found({"0123456789abcdef0123456789abcdef", sql::Blob(32, 7), at("2026-01-01"), "root"});
    store::PolicyRow policy;
    policy.version = 1;
    policy.actor = policy.login = "root";
    offices.add_policy(policy);
    store::DirectoryStore directory(db);
    const AreaTree tree = make_areas();
    for (const Area& area : tree.all()) {
      AreaEntry entry;
      entry.code = area.code;
      entry.kind = area.kind;
      entry.name = area.spells[0].name;
      entry.parent = area.spells[0].parent;
      directory.put(entry);
    }
    for (const char* code : {"CG", "SQ", "WY"}) {
      OrgEntry entry;
      entry.code = entry.name = code;
      entry.kind = "department";
      directory.put(entry);
    }
  }
};

}  // namespace office
