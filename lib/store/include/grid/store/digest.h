// SM3 (GB/T 32905-2016) and HMAC over it: the digests of the event chain, of files, of receipts.
#pragma once

#include <grid/sql/database.h>

#include <memory>
#include <string_view>

namespace grid::store {

inline constexpr size_t digest_size = 32;

// Reusable: begin(), add() any number of times, finish(). Failure defect where the library has
// no SM3.
class Sm3 {
 public:
  Sm3();
  ~Sm3();
  Sm3(const Sm3&) = delete;
  Sm3& operator=(const Sm3&) = delete;

  void begin();
  void add(std::string_view bytes);
  void add(const sql::Blob& bytes);
  [[nodiscard]] sql::Blob finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

[[nodiscard]] sql::Blob sm3(std::string_view bytes);
[[nodiscard]] sql::Blob hmac_sm3(const sql::Blob& key, std::string_view bytes);
[[nodiscard]] std::string hexadecimal(const sql::Blob& bytes);

}  // namespace grid::store
