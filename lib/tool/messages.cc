#include <fmt/format.h>
#include <grid/domain/personal_text.h>
#include <grid/text/json_writer.h>
#include <grid/text/width.h>
#include <grid/tool/language.h>
#include <grid/tool/messages.h>
#include <unistd.h>

#include <cstdlib>

namespace grid::tool {

Summary& Summary::operator+=(const Summary& other) {
  added += other.added;
  changed += other.changed;
  same += other.same;
  rejected += other.rejected;
  return *this;
}

namespace {

using Translate = const char* (*)(const char*);

// JSON is the same in every language.
const char* same(const char* text) {
  return text;
}

// Some arguments are phrases with a translation of their own ("a text"); all else, such as a code
// or a file name, is in no catalogue and stays as it is.
std::string message(const Problem& problem, Translate translate) {
  std::vector<std::string> args;
  for (size_t i = 0; i < problem.args.size(); ++i) {
    const std::string& arg = problem.args[i];
    const bool spoken =
        translate == tr && speaks_chinese() && i < problem.zh.size() && !problem.zh[i].empty();
    if (spoken) {
      args.push_back(problem.zh[i]);
    } else {
      args.emplace_back(looks_personal(arg) ? "…" : translate(arg.c_str()));
    }
  }
  return fill(translate(problem.text), args);
}

}  // namespace

bool looks_personal(std::string_view text) {
  return domain::holds_personal_number(text);
}

std::string translated(const Problem& problem) {
  return message(problem, tr);
}

std::string plain(const Problem& problem) {
  return message(problem, same);
}

namespace {

// What to do about it: the nearest known name, and the hint.
std::string advice(const Problem& problem, Translate translate) {
  std::string out;
  if (!problem.near.empty()) out = fill(translate(message_id("did you mean {}?")), {problem.near});
  if (!problem.hint.empty()) {
    const char* hint = translate(problem.hint.c_str());
    out = out.empty() ? hint : fill(translate(message_id("{} {}")), {out, hint});
  }
  return out;
}

}  // namespace

Messages::Messages(std::string tool) : tool_(std::move(tool)) {
  const char* errors = std::getenv("GRID_ERRORS");
  json_ = errors != nullptr && std::string_view(errors) == "jsonl";
  terminal_ = isatty(STDERR_FILENO) == 1;
}

// Standard error has no error stream of its own: what cannot be written there is lost.
void Messages::put(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, bytes.data(), bytes.size());
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
}

void Messages::clear_progress() {
  if (progress_shown_) put("\r\033[K");
  progress_shown_ = false;
}

void Messages::write(const char* type, const Problem& problem, const Place& place) {
  clear_progress();
  if (json_) {
    text::Record record = text::make_record(type);
    record.add("code", problem.code).add("message", plain(problem));
    record.add_if("file", place.file);
    if (place.line > 0) record.add("line", place.line);
    if (place.row > 0) record.add("row", place.row);
    record.add_if("record", place.record);
    record.add_if("field", problem.field);
    record.add_if("hint", advice(problem, same));
    std::string out;
    text::write_json(record, out);
    put(out);
    return;
  }
  std::string out = tool_ + ": ";
  if (!place.file.empty()) out += place.file + ":";
  if (place.line > 0) out += fmt::format("{}:", place.line);
  if (!place.file.empty() || place.line > 0) out += ' ';
  if (!place.record.empty()) out += place.record + ": ";
  std::string text = translated(problem);
  if (const std::string hint = advice(problem, tr); !hint.empty()) {
    text = fill(tr("{}; {}"), {text, hint});
  }
  out += std::string_view(type) == "warning" ? fill(tr("warning: {}"), {text}) : text;
  out += fmt::format(" [{}]", problem.code);
  put(text::escape_for_terminal(out) + "\n");
}

void Messages::error(const Problem& problem, const Place& place) {
  write("error", problem, place);
}

void Messages::warning(const Problem& problem, const Place& place) {
  write("warning", problem, place);
}

void Messages::summary(const Summary& s) {
  clear_progress();
  if (quiet_) return;
  put(fmt::format("read={} added={} changed={} same={} rejected={}\n", s.read(), s.added, s.changed,
                  s.same, s.rejected));
}

void Messages::note(std::string_view text) {
  clear_progress();
  if (!quiet_) put(text::escape_for_terminal(text) + "\n");
}

void Messages::progress(int64_t rows, double seconds, int64_t expected) {
  if (!terminal_ || quiet_ || json_ || seconds < 0.5) return;
  const double rate = static_cast<double>(rows) / seconds;
  std::string line = fmt::format(
      "\r\033[K{}",
      fill(tr("{} rows, {} rows/s"), {std::to_string(rows), fmt::format("{:.0f}", rate)}));
  if (expected > rows && rate > 0) {
    line += fill(tr(", {} s left"),
                 {fmt::format("{:.0f}", static_cast<double>(expected - rows) / rate)});
  }
  put(line);
  progress_shown_ = true;
}

void HeldMessages::release(Messages& messages) {
  for (const Held& held : held_) {
    if (held.warning) {
      messages.warning(held.problem, held.place);
    } else {
      messages.error(held.problem, held.place);
    }
  }
  held_.clear();
}

}  // namespace grid::tool
