#include <fmt/format.h>
#include <grid/domain/access_keys.h>
#include <grid/domain/case_number.h>

#include <algorithm>

namespace grid::domain {

namespace {

struct Run {
  int64_t first = 0;
  int64_t last = 0;
  bool gaps = false;
};

std::vector<Run> runs_of(std::vector<int64_t> rows) {
  std::ranges::sort(rows);
  std::vector<Run> runs;
  for (const int64_t row : rows) {
    if (!runs.empty() && row <= runs.back().last + 1) {
      runs.back().last = row;
    } else {
      runs.push_back({row, row});
    }
  }
  return runs;
}

// Closes the smallest gaps until few enough runs are left.
void close_gaps(std::vector<Run>& runs, size_t most) {
  if (runs.size() <= most) return;
  std::vector<int64_t> gaps;
  for (size_t i = 1; i < runs.size(); ++i) gaps.push_back(runs[i].first - runs[i - 1].last);
  const auto closed = static_cast<std::ptrdiff_t>(runs.size() - most) - 1;
  std::ranges::nth_element(gaps, gaps.begin() + closed);
  const int64_t widest = gaps[static_cast<size_t>(closed)];
  std::vector<Run> joined;
  for (const Run& run : runs) {
    if (!joined.empty() && run.first - joined.back().last <= widest) {
      joined.back() = {joined.back().first, run.last, true};
    } else {
      joined.push_back(run);
    }
  }
  runs = std::move(joined);
}

// The last number of a case has four digits at least.
std::string written(int64_t number, bool of_case) {
  return of_case ? fmt::format("{:04}", number) : std::to_string(number);
}

}  // namespace

void AccessKeys::add_case(std::string_view no) {
  const auto number = number_of_day(no);
  if (!number) return;
  rows_[std::string(no.substr(0, no.rfind('-') + 1))].push_back(number->sequence);
}

std::string AccessKeys::text() const {
  std::string text;
  const size_t most = std::max<size_t>(1, most_runs / std::max<size_t>(1, rows_.size()));
  for (const auto& [before, rows] : rows_) {
    std::vector<Run> runs = runs_of(rows);
    close_gaps(runs, most);
    for (const Run& run : runs) {
      if (!text.empty()) text += ',';
      if (run.gaps) text += '~';
      text += before + written(run.first, !before.empty());
      if (run.last != run.first) text += '-' + written(run.last, !before.empty());
    }
  }
  return text;
}

}  // namespace grid::domain
