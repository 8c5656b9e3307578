#include <grid/domain/case.h>
#include <grid/domain/event_data.h>
#include <grid/domain/rating.h>

namespace grid::domain {

namespace {

Status missing(const char* field) {
  return problem("field.required", field, "{} needs {}", code(Action::rate), field);
}

std::string_view truth(bool value) {
  return value ? "true" : "false";
}

void add_truth(std::string& data, std::string_view name, std::optional<bool> value) {
  if (value) add_datum(data, name, truth(*value));
}

}  // namespace

Status check_rating(const Rating& rating) {
  if (!rating.contacted) return missing("contacted");
  if (!*rating.contacted) {
    if (!rating.valid() && !rating.solved) return Done{};
    return problem("case.rating", rating.valid() ? "satisfaction" : "solved",
                   "a reporter who was not reached has said nothing");
  }
  if (!rating.satisfaction) return missing("satisfaction");
  if (rating.valid()) return rating.solved ? Status(Done{}) : missing("solved");
  if (!rating.solved) return Done{};
  return problem("case.rating", "solved", "{} is no definite answer, and solved is one",
                 code(*rating.satisfaction));
}

void add_rating(std::string& data, const Rating& rating) {
  add_truth(data, "contacted", rating.contacted);
  add_truth(data, "solved", rating.solved);
  add_datum(data, "satisfaction", code(rating.satisfaction.value_or(Satisfaction::unreachable)));
}

Rating read_rating(std::string_view data) {
  Rating rating;
  for (EventData each(data); each.next();) {
    const std::string value = each.value();
    if (each.name() == "contacted") rating.contacted = value == truth(true);
    if (each.name() == "solved") rating.solved = value == truth(true);
    if (each.name() == "satisfaction") rating.satisfaction = from_code<Satisfaction>(value);
  }
  return rating;
}

void take_rating(Case& matter, const Rating& rating) {
  const Rating before{matter.contacted, matter.solved, matter.satisfaction};
  if (before.valid()) return;
  matter.contacted = before.contacted.value_or(false) || rating.contacted.value_or(false);
  matter.solved = rating.solved;
  matter.satisfaction = rating.satisfaction;
}

}  // namespace grid::domain
