#include <fcntl.h>
#include <grid/base/failure.h>
#include <grid/tool/clock.h>
#include <grid/tool/messages.h>
#include <grid/tool/source.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace grid::tool {

namespace {

// A producer that is silent for this long has paused; and no line waits longer than `patience`
// for others to join its group (the contract allows 200 ms).
constexpr int pause_ms = 50;
constexpr double patience_s = 0.12;

Failure cannot_read(const std::string& name, int reason) {
  const bool missing = reason == ENOENT || reason == ENOTDIR;
  if (missing && looks_personal(name)) {
    Problem p = problem("input.missing", "", "no such file");
    p.hint = message_id("numbers never come as arguments: write them to standard input");
    return Failure(FailureKind::no_input, std::move(p));
  }
  return Failure(
      missing || reason == EACCES ? FailureKind::no_input : FailureKind::io,
      missing ? problem("input.missing", "", "no such file: {}", name)
              : problem("input.read", "", "cannot read {}: {}", name, std::strerror(reason)));
}

ssize_t read_some(int fd, char* data, size_t size, const std::string& name) {
  for (;;) {
    const ssize_t n = ::read(fd, data, size);
    if (n >= 0) return n;
    if (errno != EINTR) throw cannot_read(name, errno);
  }
}

}  // namespace

int open_input(const std::string& name) {
  const int fd = name == "-" ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
                             : open(name.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw cannot_read(name, errno);
  return fd;
}

std::string read_whole(const std::string& name) {
  const int fd = open_input(name);
  std::string bytes;
  try {
    size_t room = size_t{1} << 16;
    for (;;) {
      const size_t size = bytes.size();
      bytes.resize(size + room);
      const auto n = static_cast<size_t>(read_some(fd, bytes.data() + size, room, name));
      bytes.resize(size + n);
      if (n == 0) break;
      room = std::min(room * 2, size_t{1} << 24);
    }
  } catch (...) {
    close(fd);
    throw;
  }
  close(fd);
  return bytes;
}

LineSource::LineSource(std::vector<std::string> names) : names_(std::move(names)) {
  if (names_.empty()) names_.emplace_back("-");
  try {
    for (const std::string& name : names_) files_.push_back(open_input(name));
  } catch (...) {
    for (const int fd : files_) close(fd);
    throw;
  }
}

LineSource::~LineSource() {
  for (const int fd : files_) close(fd);
}

bool LineSource::fill() {
  std::array<char, size_t{1} << 16> piece;
  const ssize_t n = read_some(files_[current_], piece.data(), piece.size(), names_[current_]);
  if (n > 0) splitter_.feed({piece.data(), static_cast<size_t>(n)});
  return n > 0;
}

bool LineSource::wait_for_more(double started) const {
  struct stat info {};
  if (fstat(files_[current_], &info) == 0 && S_ISREG(info.st_mode)) return true;
  if (steady_seconds() - started > patience_s) return false;
  pollfd watch{files_[current_], POLLIN, 0};
  return ::poll(&watch, 1, pause_ms) > 0;
}

void LineSource::take_lines(std::vector<InputLine>& group, size_t most) {
  while (group.size() < most) {
    auto line = splitter_.next();
    if (!line) return;
    group.push_back({current_, line->number, std::string(line->text), std::move(line->problem)});
  }
}

std::vector<InputLine> LineSource::next_group(size_t most) {
  std::vector<InputLine> group;
  double started = 0;
  while (current_ < files_.size()) {
    const size_t before = group.size();
    take_lines(group, most);
    if (before == 0 && !group.empty()) started = steady_seconds();
    if (group.size() >= most) break;
    if (ended_) {
      ++current_;
      splitter_ = text::LineSplitter();
      ended_ = false;
      continue;
    }
    if (!group.empty() && !wait_for_more(started)) break;
    if (!fill()) {
      ended_ = true;
      splitter_.finish();
    }
  }
  return group;
}

}  // namespace grid::tool
