#include <grid/domain/erasure.h>

namespace grid::domain {

Status check_erasable(const Erasable& known) {
  if (!known.lives_here) return Done{};
  Problem p = problem("erasure.lives_here", "person", "the person still lives here");
  p.hint = message_id("who is registered or lives here is kept; end the stay first");
  return p;
}

Status check_erasable(const Case& matter) {
  if (matter.ended_at) return Done{};
  return problem("erasure.open", "no", "case {} is still open: its reporter is needed", matter.no);
}

Person erased(const Person& person) {
  constexpr size_t year_digits = 4;
  Person left;
  left.sex = person.sex;
  left.birth = person.birth.substr(0, year_digits);
  left.died = person.died;
  left.ethnic = person.ethnic;
  left.nationality = person.nationality;
  return left;
}

}  // namespace grid::domain
