#include <fmt/format.h>
#include <grid/domain/personal_text.h>
#include <grid/tool/configuration.h>
#include <grid/tool/session.h>
#include <pwd.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>

namespace grid::tool {

void declare_common(Options& options, CommonOptions& common, Uses uses) {
  const auto add = [&](std::string name, std::string value, const char* help, auto& target,
                       bool shown) -> OptionSpec& {
    OptionSpec& spec = options.value(std::move(name), std::move(value), help, target);
    spec.common = true;
    spec.shown = shown;
    return spec;
  };
  const auto flag = [&](std::string name, const char* help, bool& target, bool shown) {
    OptionSpec& spec = options.flag(std::move(name), help, target);
    spec.common = true;
    spec.shown = shown;
  };
  add("--db", "FILE", "the database (GRID_DB)", common.db, uses.database);
  common.workbook = uses.workbook;
  add("--format", "F",
      uses.workbook ? "jsonl, csv, table or xlsx (GRID_FORMAT)"
                    : message_id("jsonl, csv or table (GRID_FORMAT)"),
      common.format, true);
  add("--lang", "L", "zh or en (GRID_LANG)", common.lang, true);
  add("--as", "LOGIN", "who acts (GRID_AS)", common.as, uses.writes || uses.personal);
  add("--at", "TIME", "when it happened, for late entry", common.at, uses.happens);
  add("--now", "TIME", "fixes the clock (GRID_NOW)", common.now, true);
  flag("-n,--dry-run", "do everything, then take it back", common.dry_run, uses.writes);
  flag("--atomic", "all records or none", common.atomic, uses.batch);
  add("--rejects", "FILE", "where refused input goes", common.rejects, uses.batch);
  add("--reveal", "PURPOSE", "personal data unmasked; is logged", common.reveal, uses.personal);
  add("--wait", "DURATION", "how long to wait for a lock (10s)", common.wait, uses.database);
  flag("-q,--quiet", "no summary, no progress", common.quiet, true);
  flag("--help", "this text", common.help, true);
  flag("--version", "the version", common.version, true);
}

namespace {

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

std::optional<std::string> first_of(const std::optional<std::string>& flag, const char* name,
                                    const std::optional<std::string>& configured = std::nullopt) {
  if (flag) return flag;
  if (auto set = variable(name)) return set;
  return configured;
}

std::string login_of_system() {
  const passwd* entry = getpwuid(getuid());
  return entry == nullptr ? fmt::format("uid{}", getuid()) : entry->pw_name;
}

Problem bad_value(const char* name, const char* takes, const std::string& value) {
  return problem("usage.value", name, "{} takes {}, not {}", name, takes, value);
}

Result<Format> choose_format(const std::optional<std::string>& name, bool workbook) {
  if (!name) return isatty(STDOUT_FILENO) == 1 ? Format::table : Format::jsonl;
  if (*name == "jsonl") return Format::jsonl;
  if (*name == "csv") return Format::csv;
  if (*name == "table") return Format::table;
  if (workbook && *name == "xlsx") return Format::xlsx;
  return bad_value("--format", workbook ? "jsonl|csv|table|xlsx" : "jsonl|csv|table", *name);
}

Result<Clock> choose_clock(const std::optional<std::string>& text) {
  if (!text) return Clock();
  const auto at = parse_instant(*text);
  if (!at) return bad_value("--now", "RFC 3339 (2026-11-21T09:00:00+08:00)", *text);
  return Clock(*at);
}

}  // namespace

Result<std::chrono::milliseconds> parse_wait(std::string_view text) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit = text.substr(static_cast<size_t>(end - text.data()));
  const Problem wrong = bad_value("--wait", "10s, 500ms or 2m", std::string(text));
  if (error != std::errc() || number < 0 || number > 1'000'000'000) return wrong;
  if (unit == "ms") return std::chrono::milliseconds{number};
  if (unit == "s" || unit.empty()) return std::chrono::milliseconds{number * 1000};
  if (unit == "m") return std::chrono::milliseconds{number * 60'000};
  if (unit == "h") return std::chrono::milliseconds{number * 3'600'000};
  return wrong;
}

Result<std::unique_ptr<Session>> Session::start(std::string tool, const CommonOptions& common,
                                                Messages& messages) {
  std::unique_ptr<Session> session(new Session(std::move(tool), messages));
  std::vector<ConfigurationProblem> problems;
  const Configuration configuration = read_configuration(problems);
  for (const ConfigurationProblem& p : problems) {
    messages.error(p.problem, Place{p.file, p.line, 0});
  }
  if (!problems.empty()) throw Ended{exit_configuration};

  const auto format =
      choose_format(first_of(common.format, "GRID_FORMAT", configuration.format), common.workbook);
  if (!format) return format.problem();
  const auto clock = choose_clock(first_of(common.now, "GRID_NOW"));
  if (!clock) return clock.problem();
  const auto wait = parse_wait(common.wait.value_or("10s"));
  if (!wait) return wait.problem();
  session->clock_ = *clock;
  session->wait_ = *wait;

  const auto named = first_of(common.lang, "GRID_LANG", configuration.lang);
  const auto language = named ? parse_language(*named) : language_of_locale();
  if (!language) return bad_value("--lang", "zh|en", *named);
  session->language_ = *language;
  use_language(session->language_);
  session->output_ = std::make_unique<Output>(
      *format, session->language_ == Language::zh ? codec::Words::chinese : codec::Words::english);

  const auto database = first_of(common.db, "GRID_DB", configuration.db);
  session->database_ = database ? *database : default_database();
  session->system_login_ = login_of_system();
  session->login_ =
      first_of(common.as, "GRID_AS", configuration.as).value_or(session->system_login_);
  session->rejects_ = common.rejects;
  session->reveal_ = common.reveal;
  if (common.reveal) {
    if (Status sound = domain::check_purpose(*common.reveal); !sound) return sound.problem();
  }
  if (common.at && !parse_moment(*common.at, UtcOffset{0})) {
    return bad_value("--at", "a time such as 2026-11-21T09:00", *common.at);
  }
  if (common.rejects == "-") return bad_value("--rejects", "the name of a file", "-");
  session->at_ = common.at;
  session->dry_run_ = common.dry_run;
  session->atomic_ = common.atomic;
  session->quiet_ = common.quiet;
  messages.set_quiet(common.quiet);
  return session;
}

Result<Instant> Session::happened(UtcOffset offset) const {
  const Instant present = now();
  if (!at_) return present;
  const auto at = parse_moment(*at_, offset);
  if (!at) return at.problem();
  if (*at > present) {
    return problem("event.at_future", "at", "{} has not happened yet", format_instant(*at, offset));
  }
  return *at;
}

}  // namespace grid::tool
