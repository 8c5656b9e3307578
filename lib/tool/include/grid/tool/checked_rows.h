// CheckedRows: the rows of a register, read and checked on a thread of their own while the caller
// takes those that came before into the database.
//
//   CheckedRows rows(file, checker, keep_input);
//   for (auto set = rows.next(); !set.empty(); set = rows.next()) { ... }
//
// The thread touches nothing but the file and the checker, which must outlive the object and be
// left alone by others. What it throws, next() throws.
#pragma once

#include <grid/codec/register_file.h>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace grid::tool {

// A row with what it refers to.
struct CheckedRow {
  codec::RegisterRow row;
  std::shared_ptr<const std::vector<std::string>> headings;
  std::vector<std::string> cells;
  std::string input;
};

class CheckedRows {
 public:
  static constexpr size_t set_size = 1024;   // rows that are handed over at once
  static constexpr size_t sets_waiting = 2;  // the reader is ahead by so many; bounds the memory

  // `keep_input`: the rows' cells or lines are wanted, for rows that will be refused.
  CheckedRows(const codec::RegisterFile& file, codec::RegisterChecker& checker, bool keep_input);
  // Stops reading.
  ~CheckedRows();
  CheckedRows(const CheckedRows&) = delete;
  CheckedRows& operator=(const CheckedRows&) = delete;

  // The next rows, valid until the next call; empty: there are no more.
  [[nodiscard]] std::span<CheckedRow> next();
  // Rows that were passed over; known at the end.
  [[nodiscard]] int64_t skipped() const { return skipped_; }

 private:
  using Set = std::vector<CheckedRow>;
  struct Stopped {};  // thrown in the thread where nobody wants more

  void read();
  void keep(codec::RegisterRow& row);
  void hand_over();

  const codec::RegisterFile& file_;
  codec::RegisterChecker& checker_;
  bool keep_input_;
  Set filling_;                                               // the thread's
  Set current_;                                               // the caller's
  std::shared_ptr<const std::vector<std::string>> headings_;  // the thread's

  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::deque<Set> waiting_;
  bool stopped_ = false;   // by the caller
  bool finished_ = false;  // by the thread
  std::exception_ptr failure_;
  int64_t skipped_ = 0;
  std::thread thread_;  // last: everything stands when it begins
};

}  // namespace grid::tool
