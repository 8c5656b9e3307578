// Eraser: what grid-erase does with people and with who reported cases. By administrators only.
#pragma once

#include <grid/store/case_reader.h>
#include <grid/store/erasure_store.h>
#include <grid/tool/batch.h>
#include <grid/tool/office.h>

#include <memory>
#include <string>
#include <vector>

namespace grid::tool {

class Eraser {
 public:
  enum class Noun { people, reporters };
  Eraser(Session& session, sql::Database& db, Noun noun, std::string reason);

  // Within each transaction, before its first record and after its last. Failure not_permitted
  // (actor.unknown, actor.no_post, actor.not_permitted).
  void begin();
  void end() { store_->finish(); }
  // What the policy no longer keeps, as records for apply().
  [[nodiscard]] std::vector<text::Record> expired();
  // Codes: field.required, field.value, person.unknown, case.unknown, erasure.lives_here,
  // erasure.open.
  [[nodiscard]] Result<Applied> apply(const text::Record& record);

 private:
  [[nodiscard]] Result<Applied> erase_person(const text::Record& record);
  [[nodiscard]] Result<Applied> erase_reporter(const text::Record& record);
  Applied told(domain::Erasure erasure);

  Session& session_;
  sql::Database& db_;
  Noun noun_;
  std::string reason_;
  std::unique_ptr<Office> office_;
  std::unique_ptr<store::ErasureStore> store_;
};

}  // namespace grid::tool
