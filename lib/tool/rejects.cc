#include <fcntl.h>
#include <grid/base/failure.h>
#include <grid/text/encoding.h>
#include <grid/text/json_writer.h>
#include <grid/tool/messages.h>
#include <grid/tool/rejects.h>
#include <grid/tool/written_file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

namespace grid::tool {

namespace {

// A refused line may hold any bytes; the record that carries it must be UTF-8. What is not
// becomes U+FFFD.
std::string printable(std::string_view input) {
  std::string out;
  while (!input.empty()) {
    const size_t bad = text::find_invalid_utf8(input);
    out += input.substr(0, bad);
    if (bad == std::string_view::npos) break;
    out += "\uFFFD";
    input.remove_prefix(bad + 1);
  }
  return out;
}

// What the file of --rejects held before.
std::string kept_as(const std::string& path) {
  return path + "~";
}

// Whether one of the inputs is that file, by whatever name.
bool is_read(const std::string& path, const std::vector<std::string>& inputs) {
  struct stat target {};
  if (stat(path.c_str(), &target) != 0 || !S_ISREG(target.st_mode)) return false;
  const auto is_target = [&](const std::string& name) {
    struct stat input {};
    const int found = name == "-" ? fstat(STDIN_FILENO, &input) : stat(name.c_str(), &input);
    return found == 0 && input.st_dev == target.st_dev && input.st_ino == target.st_ino;
  };
  return inputs.empty() ? is_target("-") : std::ranges::any_of(inputs, is_target);
}

}  // namespace

Status rejects_apart(const std::optional<std::string>& path,
                     const std::vector<std::string>& inputs) {
  if (!path) return Done{};
  if (Status apart = apart_from_databases(*path, "--rejects"); !apart) return apart;
  for (const std::string& written : {*path, kept_as(*path)}) {
    if (is_read(written, inputs)) {
      return problem("usage.rejects", "--rejects",
                     "{} is also read; name another file for --rejects", written);
    }
  }
  return Done{};
}

namespace {

// Whether refusals stand in it: records of them, or a table whose headings name their codes.
bool holds_rejects(const std::string& path) {
  std::array<char, 4096> begin{};
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) return false;
  const size_t size = std::fread(begin.data(), 1, begin.size(), file);
  std::fclose(file);
  const std::string_view text(begin.data(), size);
  const std::string_view first = text.substr(0, text.find('\n'));
  return text.starts_with("{\"type\":\"reject\"") || first.find("_code") != first.npos;
}

// What the file holds is kept under another name: somebody may be mending it. What was kept before
// goes where it was refusals; a file of another kind stays.
void make_way(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size == 0) return;
  const std::string kept = kept_as(path);
  const bool room = access(kept.c_str(), F_OK) != 0 || holds_rejects(kept);
  if (room && !is_database(path) && rename(path.c_str(), kept.c_str()) == 0) return;
  Problem p = problem("rejects.exists", "--rejects", "{} is there already", path);
  p.hint = message_id("choose another name; an existing file is never overwritten");
  throw Failure(FailureKind::cannot_create, std::move(p));
}

}  // namespace

Rejects::Rejects(const std::optional<std::string>& path) {
  if (!path) return;
  make_way(*path);
  fd_ = open(path->c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (fd_ < 0) {
    throw Failure(FailureKind::cannot_create,
                  problem("rejects.create", "", "cannot make {}", *path));
  }
  struct stat info {};
  if (fstat(fd_, &info) == 0 && S_ISREG(info.st_mode)) fchmod(fd_, 0600);
}

Rejects::~Rejects() {
  if (fd_ >= 0) close(fd_);
}

void Rejects::add(const Problem& problem, int64_t line, std::string_view input) {
  if (!wanted()) return;
  text::Record record = text::make_record("reject");
  if (line > 0) record.add("line", line);
  record.add("code", problem.code).add_if("field", problem.field);
  record.add("message", plain(problem)).add("input", printable(input));
  text::write_json(record, buffer_);
}

void Rejects::add_bytes(std::string_view bytes) {
  if (wanted()) buffer_ += bytes;
}

void Rejects::flush() {
  std::string_view rest = buffer_;
  while (wanted() && !rest.empty()) {
    const ssize_t written = ::write(fd_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      throw Failure(FailureKind::io,
                    problem("rejects.write", "", "cannot write the refused input"));
    }
    rest.remove_prefix(static_cast<size_t>(written));
  }
  buffer_.clear();
}

}  // namespace grid::tool
