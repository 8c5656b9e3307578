#include <fmt/format.h>
#include <grid/sql/database.h>
#include <sqlite3.h>

#include "failures.h"

namespace grid::sql {

Statement::Statement(sqlite3* db, const Query& query) : db_(db), query_(&query) {
  check(db,
        sqlite3_prepare_v3(db, query.text.data(), static_cast<int>(query.text.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement_, nullptr),
        query.name.data());
}

Statement::Statement(Statement&& other) noexcept
    : db_(other.db_), statement_(std::exchange(other.statement_, nullptr)), query_(other.query_) {}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

void Statement::bind(int index, std::nullptr_t) {
  check(db_, sqlite3_bind_null(statement_, index), query_->name.data());
}

void Statement::bind(int index, int64_t value) {
  check(db_, sqlite3_bind_int64(statement_, index, value), query_->name.data());
}

void Statement::bind(int index, double value) {
  check(db_, sqlite3_bind_double(statement_, index, value), query_->name.data());
}

void Statement::bind(int index, std::string_view value) {
  const char* data = value.data() == nullptr ? "" : value.data();
  check(db_, sqlite3_bind_text64(statement_, index, data, value.size(), SQLITE_STATIC, SQLITE_UTF8),
        query_->name.data());
}

void Statement::bind(int index, std::span<const unsigned char> value) {
  const void* data = value.data() == nullptr ? static_cast<const void*>("") : value.data();
  check(db_, sqlite3_bind_blob64(statement_, index, data, value.size(), SQLITE_STATIC),
        query_->name.data());
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  check(db_, code, query_->name.data());
  return code == SQLITE_ROW;
}

void Statement::reset() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(statement_, column);
}

std::string_view Statement::view(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (text == nullptr) return {};
  return {text, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string Statement::text(int column) const {
  return std::string(view(column));
}

Blob Statement::blob(int column) const {
  const auto* data = static_cast<const unsigned char*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<size_t>(sqlite3_column_bytes(statement_, column));
  return data == nullptr ? Blob{} : Blob(data, data + size);
}

bool Statement::null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::optional<int64_t> Statement::maybe_integer(int column) const {
  if (null(column)) return std::nullopt;
  return integer(column);
}

std::optional<double> Statement::maybe_real(int column) const {
  if (null(column)) return std::nullopt;
  return real(column);
}

}  // namespace grid::sql
