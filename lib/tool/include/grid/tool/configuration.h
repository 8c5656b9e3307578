// The user's and the system's configuration files (TOML): db, lang, format, as.
#pragma once

#include <grid/base/result.h>

#include <optional>
#include <string>
#include <vector>

namespace grid::tool {

struct Configuration {
  std::optional<std::string> db, lang, format, as;
};

// What is wrong with a configuration file, and where: exit 78.
struct ConfigurationProblem {
  Problem problem;
  std::string file;
  int64_t line = 0;
};

// Reads $XDG_CONFIG_HOME/grid/config.toml (default ~/.config), then /etc/grid/config.toml; the
// first file that sets a key wins. Never the current directory. Codes: config.key (with the
// nearest name), config.value, config.read, toml.*.
[[nodiscard]] Configuration read_configuration(std::vector<ConfigurationProblem>& problems);

// $XDG_DATA_HOME/grid/grid.db (default ~/.local/share).
[[nodiscard]] std::string default_database();

}  // namespace grid::tool
