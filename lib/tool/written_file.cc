#include <fcntl.h>
#include <grid/tool/written_file.h>
#include <unistd.h>

#include <array>
#include <climits>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace grid::tool {

namespace {

// SQLite puts its files beside the database, not beside a link to it.
std::string without_links(const std::string& path) {
  const std::unique_ptr<char, void (*)(void*)> real(realpath(path.c_str(), nullptr), std::free);
  if (real) return real.get();
  std::array<char, PATH_MAX> target{};
  const ssize_t size = readlink(path.c_str(), target.data(), target.size());
  if (size <= 0) return path;
  std::string pointed(target.data(), static_cast<size_t>(size));
  const size_t slash = path.rfind('/');
  if (pointed.front() != '/' && slash != std::string::npos) pointed.insert(0, path, 0, slash + 1);
  return pointed;
}

}  // namespace

bool is_database(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) return false;
  std::array<char, 16> bytes{};
  const ssize_t size = read(fd, bytes.data(), bytes.size());
  close(fd);
  const std::string_view head(bytes.data(), size > 0 ? static_cast<size_t>(size) : 0);
  return head.starts_with("SQLite format 3");
}

Status apart_from_databases(const std::string& path, const char* option) {
  const std::string real = without_links(path);
  for (const std::string_view ending : {"-journal", "-wal", "-shm"}) {
    if (!real.ends_with(ending)) continue;
    if (!is_database(real.substr(0, real.size() - ending.size()))) continue;
    return problem("usage.database_file", option, "{} belongs to a database; name another file",
                   path);
  }
  return Done{};
}

}  // namespace grid::tool
