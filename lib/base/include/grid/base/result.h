// Result<T>: a value, or the Problem that stands in its way.
//
//   Result<Limit> limit = parse_limit("5wd");
//   if (!limit) return limit.problem();
//   use(*limit);
//
// Errors of data are Results. Failures of the machine (disk, memory, a locked file) are
// exceptions; see grid/base/failure.h.
#pragma once

#include <grid/base/problem.h>

#include <cassert>
#include <utility>
#include <variant>

namespace grid {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Problem problem) : state_(std::in_place_index<1>, std::move(problem)) {}

  explicit operator bool() const { return state_.index() == 0; }
  const T& operator*() const& { return std::get<0>(state_); }
  T& operator*() & { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  const T* operator->() const { return &std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const Problem& problem() const { return std::get<1>(state_); }

 private:
  std::variant<T, Problem> state_;
};

// For what can be refused but returns nothing: `if (Status s = check(x); !s) return s.problem();`
struct Done {};
using Status = Result<Done>;

}  // namespace grid
