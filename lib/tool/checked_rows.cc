#include <grid/tool/checked_rows.h>

#include <algorithm>

namespace grid::tool {

CheckedRows::CheckedRows(const codec::RegisterFile& file, codec::RegisterChecker& checker,
                         bool keep_input)
    : file_(file), checker_(checker), keep_input_(keep_input), thread_([this] { read(); }) {}

CheckedRows::~CheckedRows() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void CheckedRows::read() {
  int64_t skipped = 0;
  std::exception_ptr failure;
  try {
    skipped = file_.read(checker_, [this](codec::RegisterRow& row) { keep(row); });
    hand_over();
  } catch (const Stopped&) {
  } catch (...) {
    failure = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  skipped_ = skipped;
  failure_ = failure;
  finished_ = true;
  changed_.notify_all();
}

void CheckedRows::keep(codec::RegisterRow& row) {
  CheckedRow& kept = filling_.emplace_back();
  kept.row = std::move(row);
  row.entry.reset();
  if (keep_input_) {
    if (!headings_ || !std::ranges::equal(*headings_, kept.row.headings)) {
      headings_ = std::make_shared<const std::vector<std::string>>(kept.row.headings.begin(),
                                                                   kept.row.headings.end());
    }
    kept.headings = headings_;
    kept.cells.assign(kept.row.cells.begin(), kept.row.cells.end());
    kept.input = kept.row.input;
  }
  if (filling_.size() == set_size) hand_over();
}

void CheckedRows::hand_over() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stopped_ || waiting_.size() < sets_waiting; });
  if (stopped_) throw Stopped{};
  if (!filling_.empty()) waiting_.push_back(std::move(filling_));
  lock.unlock();
  changed_.notify_all();
  filling_ = Set();
  filling_.reserve(set_size);
}

std::span<CheckedRow> CheckedRows::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return finished_ || !waiting_.empty(); });
  if (waiting_.empty()) {
    if (failure_) std::rethrow_exception(failure_);
    return {};
  }
  current_ = std::move(waiting_.front());
  waiting_.pop_front();
  lock.unlock();
  changed_.notify_all();
  // They have moved since.
  for (CheckedRow& kept : current_) {
    kept.row.headings = kept.headings ? std::span<const std::string>(*kept.headings)
                                      : std::span<const std::string>();
    kept.row.cells = kept.cells;
    kept.row.input = kept.input;
  }
  return current_;
}

}  // namespace grid::tool
