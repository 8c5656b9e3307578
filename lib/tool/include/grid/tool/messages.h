// Messages: everything that goes to standard error. Text for people, or with
// GRID_ERRORS=jsonl one object a line.
#pragma once

#include <grid/base/problem.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace grid::tool {

// Where in the input a problem lies; empty and 0 where it lies nowhere.
struct Place {
  std::string file;         // as named by the user; "-" for standard input
  int64_t line = 0;         // physical line on which the record begins
  int64_t row = 0;          // of a CSV or a spreadsheet: the record's number in the file
  std::string record = {};  // its key, where it was named and not read
};

struct Summary {
  int64_t added = 0;
  int64_t changed = 0;
  int64_t same = 0;
  int64_t rejected = 0;
  int64_t read() const { return added + changed + same + rejected; }
  Summary& operator+=(const Summary& other);
  [[nodiscard]] Summary operator+(const Summary& other) const { return Summary(*this) += other; }
};

class Messages {
 public:
  explicit Messages(std::string tool);

  void set_quiet(bool quiet) { quiet_ = quiet; }
  // tool: file:line: message; hint [code]
  void error(const Problem& problem, const Place& place = {});
  // The same shape; changes no status.
  void warning(const Problem& problem, const Place& place = {});
  // "read=10 added=7 changed=1 same=1 rejected=1"; not where quiet.
  void summary(const Summary& summary);
  // Overwrites one line of a terminal; nothing elsewhere, nor where quiet.
  void progress(int64_t rows, double seconds, int64_t expected = 0);
  // A line for people only, such as a preview's totals; not where quiet.
  void note(std::string_view text);

 private:
  void write(const char* type, const Problem& problem, const Place& place);
  void clear_progress();
  void put(std::string_view bytes);

  std::string tool_;
  bool json_;
  bool terminal_;
  bool quiet_ = false;
  bool progress_shown_ = false;
};

// Errors and warnings that wait until what they are about is committed.
class HeldMessages {
 public:
  void error(Problem problem, Place place) {
    held_.push_back({std::move(problem), std::move(place), false});
  }
  void warning(Problem problem, Place place) {
    held_.push_back({std::move(problem), std::move(place), true});
  }
  // Tells them in their order and forgets them.
  void release(Messages& messages);

 private:
  struct Held {
    Problem problem;
    Place place;
    bool warning = false;
  };
  std::vector<Held> held_;
};

// An identity number or a mobile telephone by its shape, typed or piped where a code or a file
// belongs: it is not repeated in a message. Codes of areas hold no date of birth at that place.
[[nodiscard]] bool looks_personal(std::string_view text);
// The message in the language in use, and in English; numbers of people are left out of both.
[[nodiscard]] std::string translated(const Problem& problem);
[[nodiscard]] std::string plain(const Problem& problem);

}  // namespace grid::tool
