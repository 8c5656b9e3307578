#include <grid/base/nearest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace grid {

namespace {

// Optimal string alignment distance.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> before(b.size() + 1);
  std::vector<size_t> last(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, std::span<const std::string> known) {
  // A short name allows one slip, a longer one a third of its length.
  size_t best = (typed.size() < 5 ? 1 : std::max<size_t>(2, typed.size() / 3)) + 1;
  std::string found;
  for (const std::string& name : known) {
    const size_t d = distance(typed, name);
    if (d < best) {
      best = d;
      found = name;
    }
  }
  return found;
}

}  // namespace grid
