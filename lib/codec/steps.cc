#include <grid/codec/steps.h>

#include <utility>

namespace grid::codec {

namespace {

using domain::Effect;

text::List needs_of(const domain::Needs& needs) {
  const std::pair<bool, const char*> all[] = {{needs.unit, "org"},    {needs.units, "org"},
                                              {needs.into, "into"},   {needs.limit, "limit"},
                                              {needs.level, "level"}, {needs.reason, "reason"},
                                              {needs.text, "text"},   {needs.rating, "contacted"}};
  text::List names;
  for (const auto& [needed, name] : all) {
    if (needed) names.emplace_back(name);
  }
  return names;
}

template <typename E>
std::string_view word_of(std::string_view text, bool chinese) {
  const auto value = domain::from_code<E>(text);
  if (!value) return {};
  return chinese ? term(*value).zh : term(*value).en;
}

constexpr Column table[] = {
    {"from", "From", "原状态", word_of<domain::State>},
    {"action", "Action", "环节", word_of<domain::Action>},
    {"to", "To", "新状态", word_of<domain::State>},
    {"needs", "Needs", "需要"},
    {"accept", "Accept", "受理计时", word_of<Effect>},
    {"sign", "Sign", "签收计时", word_of<Effect>},
    {"handle", "Handle", "处置计时", word_of<Effect>},
    {"verify", "Verify", "核查计时", word_of<Effect>},
    {"promise", "Promise", "承诺计时", word_of<Effect>},
    {"who", "Who", "办理人"},
};

}  // namespace

text::Record write_step(const domain::Step& step, TranslateWords translate) {
  text::Record record = text::make_record("step");
  if (step.from) record.add("from", std::string(code(*step.from)));
  record.add("action", std::string(code(step.action)));
  if (step.to) record.add("to", std::string(code(*step.to)));
  text::List who;
  for (size_t i = 0; i < step.ways; ++i) who.emplace_back(translate(step.who[i].words));
  record.add("who", std::move(who));
  if (text::List needs = needs_of(step.needs); !needs.empty()) {
    record.add("needs", std::move(needs));
  }
  const std::pair<const char*, Effect> clocks[] = {{"accept", step.clocks.accept},
                                                   {"sign", step.clocks.sign},
                                                   {"handle", step.clocks.handle},
                                                   {"verify", step.clocks.verify},
                                                   {"promise", step.clocks.promise}};
  for (const auto& [clock, effect] : clocks) {
    if (effect != Effect::keep) record.add(clock, std::string(code(effect)));
  }
  return record;
}

Columns step_columns() {
  return table;
}

}  // namespace grid::codec
