// How a register is to be read, from the command line and the office's profile: what is typed
// goes before what the profile says.
#pragma once

#include <grid/base/result.h>
#include <grid/tool/options.h>
#include <grid/tool/register_run.h>
#include <grid/tool/session.h>

#include <cstdint>
#include <optional>
#include <string>

namespace grid::tool {

class RegisterReading {
 public:
  void declare(Options& options);
  // Checks what was typed. Codes: usage.value, encoding.unknown.
  [[nodiscard]] Status check();
  // With the profile, where one was named. Failure no_input where it is missing; tells every
  // problem of it and throws Ended{exit_configuration}.
  [[nodiscard]] RegisterOptions options(Session& session) const;

 private:
  std::optional<std::string> encoding_, delimiter_, sheet_, profile_;
  std::optional<int64_t> header_row_;
  std::string area_, relation_codes_, source_;
  RegisterOptions typed_;
};

}  // namespace grid::tool
