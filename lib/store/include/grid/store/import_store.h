// ImportStore: the register's rows as an import reads and writes them. Decides nothing; see
// grid/domain/register_import.h.
#pragma once

#include <grid/base/time.h>
#include <grid/domain/area_tree.h>
#include <grid/domain/register_batch.h>
#include <grid/domain/register_book.h>
#include <grid/sql/database.h>
#include <grid/store/area_ids.h>
#include <grid/store/person_index.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace grid::store {

// By whom and when a file is imported.
struct ImportOrigin {
  Instant at{};
  std::string actor, login;
  std::string office;  // uid of the office; new rows' uids derive from it
};

class RegisterLookup;

// Use it within one write transaction.
class ImportStore : public domain::RegisterBook {
 public:
  ImportStore(sql::Database& db, const domain::AreaTree& areas, Date day);
  ~ImportStore() override;

  // The first batch of the same bytes; nullopt: these bytes are new.
  struct KnownFile {
    int64_t batch = 0;
    int64_t people_below = 0;  // who came later has a higher number
  };
  [[nodiscard]] std::optional<KnownFile> batch_of(const sql::Blob& digest);
  // How many people were erased since the same bytes were imported last.
  [[nodiscard]] int64_t erased_since(const sql::Blob& digest);
  // The counts of that import, where it refused nothing and no batch came after it: its rows are
  // all there, as they were. nullopt: that must be looked at row by row.
  [[nodiscard]] std::optional<domain::RegisterBatch> untouched(int64_t batch);
  // Begins a batch: every row written from now on belongs to it. Its number. `digest`: of a file.
  int64_t begin(const domain::RegisterBatch& batch, const sql::Blob& digest,
                const ImportOrigin& origin);
  // The first number that the batch gives to somebody new.
  [[nodiscard]] int64_t first_person() const { return first_.person; }
  // Writes the counts of the batch, and the name index.
  void finish(const domain::RegisterBatch& batch);
  // Takes back the batch's own row; for one that brought nothing. False: it has rows to decide
  // about, and stays.
  bool forget(int64_t batch);
  // Keeps a row of which no rule can tell whom it means, for a person to decide; once, however
  // often it comes. `record`: the row as the record in which it can be shown; personal.
  void keep_candidate(const domain::RegisterEntry& entry, std::string_view code,
                      std::string_view record, std::span<const int64_t> likely);

  bool was_empty() override { return was_empty_; }
  void look_up(std::span<const domain::RegisterEntry* const> rows, bool contents) override;
  std::optional<domain::KnownHousehold> find_household(std::string_view community,
                                                       std::string_view no) override;
  int64_t add_household(const domain::Household& household) override;
  void change_household(int64_t id, const domain::Household& household) override;
  int64_t heads(int64_t household) override;
  bool was_lived_in(int64_t household) override;
  std::optional<domain::KnownPerson> find_person(domain::IdKind kind,
                                                 std::string_view id_no) override;
  std::optional<domain::KnownPerson> find_source(std::string_view source,
                                                 std::string_view source_ref) override;
  std::vector<domain::KnownPerson> members(int64_t household, std::string_view name) override;
  std::vector<int64_t> namesakes(std::string_view community, std::string_view name,
                                 std::string_view birth) override;
  std::optional<int64_t> decided(const domain::RegisterEntry& entry) override;
  int64_t add_person(const domain::Person& person) override;
  void change_person(int64_t id, const domain::Person& person) override;
  std::vector<domain::KnownResidence> spells(int64_t person) override;
  domain::KnownStays stays(int64_t household) override;
  void add_residence(int64_t person, int64_t household,
                     const domain::Residence& residence) override;
  void change_residence(int64_t id, int64_t person, int64_t household,
                        const domain::Residence& residence) override;

 private:
  // The numbers of new rows.
  struct Numbers {
    int64_t dwelling = 1, household = 1, person = 1, residence = 1;
  };
  std::string new_uid();
  // The dwelling where the household lives, made where there is none; nullopt: it names no place.
  std::optional<int64_t> dwelling_of(const domain::Household& household);
  void trace(const sql::Query& keep, int64_t row, int64_t first);

  sql::Database& db_;
  AreaIds areas_;
  PersonIndex people_;
  bool was_empty_;
  int64_t batch_ = 0;
  Numbers first_;  // of this batch
  Numbers next_;
  std::string uid_stem_;  // 20 digits of the batch's uid
  uint64_t uids_ = 0;     // given out in this batch
  std::unique_ptr<RegisterLookup> lookup_;
};

}  // namespace grid::store
