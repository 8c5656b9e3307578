#include <fcntl.h>
#include <grid/base/failure.h>
#include <grid/text/encoding.h>
#include <grid/text/json_writer.h>
#include <grid/tool/messages.h>
#include <grid/tool/rejects.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

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

}  // namespace

Rejects::Rejects(const std::optional<std::string>& path) {
  if (!path) return;
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
  record.add("message", translated(problem)).add("input", printable(input));
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
