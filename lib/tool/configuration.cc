#include <grid/base/failure.h>
#include <grid/base/nearest.h>
#include <grid/text/toml.h>
#include <grid/tool/configuration.h>
#include <grid/tool/source.h>
#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace grid::tool {

namespace {

const std::array<std::string, 4> known_keys{"db", "lang", "format", "as"};

std::string home() {
  const char* set = std::getenv("HOME");
  if (set != nullptr && *set == '/') return set;
  const passwd* entry = getpwuid(getuid());
  return entry == nullptr ? "/" : entry->pw_dir;
}

// A folder of the XDG base directory specification; relative values are invalid there.
std::string xdg(const char* variable, const char* fallback) {
  const char* set = std::getenv(variable);
  return set != nullptr && *set == '/' ? set : home() + "/" + fallback;
}

std::optional<std::string>* slot(Configuration& configuration, const std::string& key) {
  if (key == "db") return &configuration.db;
  if (key == "lang") return &configuration.lang;
  if (key == "format") return &configuration.format;
  if (key == "as") return &configuration.as;
  return nullptr;
}

void take(const text::TomlEntry& entry, const std::string& file, Configuration& configuration,
          std::vector<ConfigurationProblem>& problems) {
  std::optional<std::string>* target = slot(configuration, entry.key);
  if (target == nullptr) {
    Problem p = problem("config.key", entry.key, "there is no setting {}", entry.key);
    p.near = nearest(entry.key, known_keys);
    problems.push_back({std::move(p), file, entry.at.line});
    return;
  }
  const auto* value = entry.node.get<std::string>();
  if (value == nullptr) {
    problems.push_back(
        {problem("config.value", entry.key, "{} must be a text in quotes", entry.key), file,
         entry.at.line});
  } else if (!*target) {
    *target = *value;
  }
}

void read_file(const std::string& file, Configuration& configuration,
               std::vector<ConfigurationProblem>& problems) {
  if (access(file.c_str(), F_OK) != 0) return;
  std::string bytes;
  try {
    bytes = read_whole(file);
  } catch (const Failure& failure) {
    problems.push_back({problem("config.read", "", "cannot read the configuration"), file, 0});
    return;
  }
  const auto parsed = text::parse_toml(bytes);
  if (const auto* fault = std::get_if<text::TomlFault>(&parsed)) {
    problems.push_back({fault->problem, file, fault->at.line});
    return;
  }
  for (const text::TomlEntry& entry : std::get<text::TomlTable>(parsed).entries) {
    take(entry, file, configuration, problems);
  }
}

}  // namespace

Configuration read_configuration(std::vector<ConfigurationProblem>& problems) {
  Configuration configuration;
  read_file(xdg("XDG_CONFIG_HOME", ".config") + "/grid/config.toml", configuration, problems);
  read_file("/etc/grid/config.toml", configuration, problems);
  return configuration;
}

std::string default_database() {
  return xdg("XDG_DATA_HOME", ".local/share") + "/grid/grid.db";
}

}  // namespace grid::tool
