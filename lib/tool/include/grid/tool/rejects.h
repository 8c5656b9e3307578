// The file of --rejects: refused input, private to its owner, ready to be mended.
#pragma once

#include <grid/base/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grid::tool {

// Refuses a file of rejects that is also read, by whatever name: making it would empty it, and what
// it held before is kept as FILE~; and one that belongs to a database. No `inputs`: standard input.
// Codes: usage.rejects, usage.database_file.
[[nodiscard]] Status rejects_apart(const std::optional<std::string>& path,
                                   const std::vector<std::string>& inputs);

class Rejects {
 public:
  // Makes the file empty, mode 0600; nothing where `path` is unset. What the file held
  // before is kept as FILE~; a database is left alone. Failure cannot_create
  // (rejects.create, rejects.exists).
  explicit Rejects(const std::optional<std::string>& path);
  ~Rejects();
  Rejects(const Rejects&) = delete;
  Rejects& operator=(const Rejects&) = delete;

  // One `reject` record; `input` is the refused line as it came.
  void add(const Problem& problem, int64_t line, std::string_view input);
  // Bytes in the source's own format (CSV).
  void add_bytes(std::string_view bytes);
  // Failure io (rejects.write).
  void flush();
  bool wanted() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
  std::string buffer_;
};

}  // namespace grid::tool
