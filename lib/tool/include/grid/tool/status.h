// Exit status (grid(7), after sysexits(3)).
#pragma once

#include <grid/base/failure.h>

namespace grid::tool {

enum Exit : int {
  exit_ok = 0,              // all done, "same" included
  exit_negative = 1,        // a negative answer, only where a tool says so
  exit_usage = 2,           // usage
  exit_refused = 3,         // some records refused, the rest committed
  exit_bad_data = 65,       // bad data, nothing committed
  exit_no_input = 66,       // no such input or database
  exit_defect = 70,         // a defect of ours
  exit_cannot_create = 73,  // cannot create a file
  exit_io = 74,             // read or write failed
  exit_busy = 75,           // busy: try again
  exit_version = 76,        // the database is of another version
  exit_not_permitted = 77,  // not permitted
  exit_configuration = 78,  // configuration or policy is wrong
  exit_closed_pipe = 141,   // the reader of our output left (128 + SIGPIPE)
};

// Thrown where the run must end and all has been said already.
struct Ended {
  Exit status;
};

[[nodiscard]] constexpr Exit exit_for(FailureKind kind) {
  switch (kind) {
    case FailureKind::bad_data:
      return exit_bad_data;
    case FailureKind::no_input:
      return exit_no_input;
    case FailureKind::defect:
      return exit_defect;
    case FailureKind::cannot_create:
      return exit_cannot_create;
    case FailureKind::io:
      return exit_io;
    case FailureKind::busy:
      return exit_busy;
    case FailureKind::version:
      return exit_version;
    case FailureKind::not_permitted:
      return exit_not_permitted;
    case FailureKind::configuration:
      return exit_configuration;
  }
  return exit_defect;
}

}  // namespace grid::tool
