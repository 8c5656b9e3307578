// Failure: the machine failed us (not the data). Thrown, caught once in lib/tool, and turned
// into an exit status there.
#pragma once

#include <grid/base/problem.h>

#include <stdexcept>

namespace grid {

// What kind of failure; lib/tool maps each to an exit status of sysexits(3).
enum class FailureKind {
  bad_data,       // 65: not a database of ours, or data that cannot be used at all
  no_input,       // 66: no such file or database
  defect,         // 70: our own bug
  cannot_create,  // 73
  io,             // 74: read or write failed
  busy,           // 75: locked by another process
  version,        // 76: the database is of another version
  not_permitted,  // 77
  configuration,  // 78: configuration or policy is wrong
};

class Failure : public std::runtime_error {
 public:
  Failure(FailureKind kind, Problem problem)
      : std::runtime_error(problem.message()), kind_(kind), problem_(std::move(problem)) {}
  FailureKind kind() const { return kind_; }
  const Problem& problem() const { return problem_; }

 private:
  FailureKind kind_;
  Problem problem_;
};

}  // namespace grid
