#include <fcntl.h>
#include <fmt/format.h>
#include <grid/tool/program.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <new>

namespace grid::tool {

namespace {

constexpr const char* version = GRID_VERSION;

// A closed descriptor 0, 1 or 2 must not be taken by a file that is opened later: it is filled
// with one that fails to read or write, so that the closed end is noticed as an error.
void guard_descriptors() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(fd, F_GETFD) >= 0) continue;
    const int filler = open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (filler >= 0 && filler != fd) {
      dup2(filler, fd);
      close(filler);
    }
  }
}

// --lang must work for --help and for messages about the other options, too.
Language early_language(int argc, char** argv) {
  Language language = language_of_locale();
  const auto choose = [&](std::string_view name) {
    language = parse_language(name).value_or(language);
  };
  if (const char* set = std::getenv("GRID_LANG")) choose(set);
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--") break;
    if (argument.starts_with("--lang=")) choose(argument.substr(7));
    if (argument == "--lang" && i + 1 < argc) choose(argv[i + 1]);
  }
  return language;
}

}  // namespace

Program::Program(std::string name, const char* purpose, Uses uses)
    : options_(name, purpose), messages_(name) {
  declare_common(options_, common_, uses);
}

int Program::usage(const Problem& problem) {
  messages_.error(problem);
  return exit_usage;
}

int Program::print(const std::string& text) {
  Spool spool(STDOUT_FILENO);
  spool.buffer() = text;
  spool.flush();
  return spool.closed() ? exit_closed_pipe : exit_ok;
}

int Program::guarded(int argc, char** argv, const std::function<int(Session&)>& body) {
  const std::span<char* const> arguments(argv + 1, static_cast<size_t>(argc > 0 ? argc - 1 : 0));
  if (Status parsed = options_.parse(arguments); !parsed) {
    // --help wins over a missing value elsewhere only when it was understood.
    return usage(parsed.problem());
  }
  if (common_.help) return print(options_.help());
  if (common_.version) return print(fmt::format("{} (libgrid) {}\n", options_.tool(), version));
  if (check_) {
    if (Status checked = check_(); !checked) return usage(checked.problem());
  }
  auto session = Session::start(options_.tool(), common_, messages_);
  if (!session) return usage(session.problem());
  (*session)->access().choice = options_.chosen();
  const int status = body(**session);
  return (*session)->output().closed() ? static_cast<int>(exit_closed_pipe) : status;
}

int Program::run(int argc, char** argv, const std::function<int(Session&)>& body) {
  guard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);
  use_language(early_language(argc, argv));
  try {
    return guarded(argc, argv, body);
  } catch (const Ended& ended) {
    return ended.status;
  } catch (const Failure& failure) {
    messages_.error(failure.problem());
    return exit_for(failure.kind());
  } catch (const std::bad_alloc&) {
    messages_.error(problem("memory.exhausted", "", "not enough memory"));
  } catch (const std::exception& error) {
    messages_.error(problem("program.defect", "", "a defect of ours: {}", error.what()));
  }
  return exit_defect;
}

}  // namespace grid::tool
