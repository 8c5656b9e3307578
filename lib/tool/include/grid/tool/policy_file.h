// Reading a policy from a file that the user names, with every problem told at its place.
#pragma once

#include <grid/domain/policy.h>
#include <grid/domain/policy_check.h>
#include <grid/tool/session.h>

#include <string>

namespace grid::tool {

// "-" is standard input. A calendar named by `days` lies beside the file. Tells every problem
// and warning; Ended{exit_configuration} where there is a problem.
[[nodiscard]] domain::Policy read_policy_file(Session& session, const std::string& name,
                                              const domain::KnownCodes& known);

}  // namespace grid::tool
