#include <grid/codec/firing.h>

namespace grid::codec {

namespace {

std::string_view stage_word(std::string_view code, bool chinese) {
  const auto stage = domain::from_code<domain::Stage>(code);
  if (!stage) return {};
  return chinese ? domain::term(*stage).zh : domain::term(*stage).en;
}

std::string_view role_word(std::string_view code, bool chinese) {
  const auto role = domain::from_code<domain::Role>(code);
  if (!role) return {};
  return chinese ? domain::term(*role).zh : domain::term(*role).en;
}

constexpr Column firing_table[] = {{"case", "Case", "案件编号"},
                                   {"stage", "Stage", "环节", stage_word},
                                   {"rule", "Step", "规则"},
                                   {"due", "Due", "截止时间"},
                                   {"skipped", "Skipped", "跳过"},
                                   {"supervise", "Supervision", "督办", nullptr, true},
                                   {"owner_area", "Held by", "承办中心"},
                                   {"target", "To", "报送"},
                                   {"role", "As", "岗位", role_word},
                                   {"addressee", "Whom", "接收人"},
                                   {"send_at", "Send at", "发送时间"},
                                   {"obstacle", "Obstacle", "障碍"}};

}  // namespace

Columns firing_columns() {
  return firing_table;
}

text::Record write_firing(const domain::FiredStep& step, UtcOffset offset) {
  text::Record record = text::make_record("firing");
  record.add("case", step.case_no)
      .add("cycle", int64_t{step.cycle})
      .add("stage", std::string(domain::code(step.stage)))
      .add("rule", step.rule);
  if (step.due) record.add("due", format_instant(*step.due, offset));
  record.add("reached", format_instant(step.reached, offset))
      .add("skipped", step.skipped)
      .add("supervise", int64_t{step.supervise})
      .add("level", step.level)
      .add("owner_area", step.owner_area)
      .add_if("target", step.target)
      .add_if("role", step.role);
  if (!step.addressee.empty()) record.add("addressee", step.addressee);
  if (!step.vacant.empty()) record.add("vacant", step.vacant);
  record.add_if("obstacle", step.obstacle)
      .add_if("text", step.text)
      .add("fired_at", format_instant(step.fired_at, offset));
  if (step.send_at) record.add("send_at", format_instant(*step.send_at, offset));
  return record;
}

}  // namespace grid::codec
