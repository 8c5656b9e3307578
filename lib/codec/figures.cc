#include <fmt/format.h>
#include <grid/codec/figures.h>
#include <grid/domain/directory.h>

#include <array>
#include <span>
#include <vector>

namespace grid::codec {

namespace {

using domain::Figures;
using domain::Rate;
using text::Record;

std::string_view level_word(std::string_view code, bool chinese) {
  const domain::Term* term = domain::find_term(domain::level_terms(), code);
  if (term == nullptr) return {};
  return chinese ? term->zh : term->en;
}

constexpr Column unit_columns[] = {{"area", "Area", "区域"},
                                   {"category", "Category", "类别"},
                                   {"org", "Organisation", "单位"},
                                   {"staff", "Staff", "人员"}};

constexpr Column columns_behind_unit[] = {
    {"name", "Name", "名称"},
    {"level", "Level", "层级", level_word},
    {"from", "From", "起"},
    {"to", "To", "止"},
    {"reported", "Reported", "上报", nullptr, true},
    {"accepted", "Accepted", "受理", nullptr, true},
    {"dispatched", "Dispatched", "派遣", nullptr, true},
    {"excluded", "Excluded", "剔除", nullptr, true},
    {"closed", "Closed", "结案", nullptr, true},
    {"closed_in_time", "In time", "按期结案", nullptr, true},
    {"open", "Open", "在办", nullptr, true},
    {"late", "Late", "超期在办", nullptr, true},
    {"returns", "Returns", "退回", nullptr, true},
    {"reworks", "Reworks", "返工", nullptr, true},
    {"extensions", "Extensions", "延期", nullptr, true},
    {"again", "Returned, given again", "退回后再派", nullptr, true},
    {"response_rate", "Response rate", "响应率", nullptr, true},
    {"response_num", "responded", "响应数", nullptr, true},
    {"response_den", "of", "响应基数", nullptr, true},
    {"solve_rate", "Solve rate", "解决率", nullptr, true},
    {"solve_num", "solved", "解决数", nullptr, true},
    {"solve_den", "of", "解决基数", nullptr, true},
    {"satisfaction_rate", "Satisfaction rate", "满意率", nullptr, true},
    {"satisfaction_num", "satisfied", "满意数", nullptr, true},
    {"satisfaction_den", "of", "满意基数", nullptr, true},
    {"hours_mean", "Mean hours", "平均工时", nullptr, true},
    {"hours_median", "Median hours", "工时中位数", nullptr, true},
};
// Only of areas and people.
constexpr Column visit_columns[] = {
    {"households", "Households", "户数", nullptr, true},
    {"visited", "Visited", "已走访", nullptr, true},
    {"unvisited", "Not visited", "未走访", nullptr, true},
    {"visit_rate", "Visit rate", "走访率", nullptr, true},
    {"visit_num", "visited", "走访数", nullptr, true},
    {"visit_den", "of", "走访基数", nullptr, true},
    {"visits", "Home visits", "走访次数", nullptr, true},
    {"patrols", "Patrols", "巡查次数", nullptr, true},
};
constexpr Column place_columns[] = {{"score", "Score", "得分", nullptr, true},
                                    {"rank", "Rank", "排名", nullptr, true}};
// Only of organisations.
constexpr Column joint_columns[] = {
    {"joint", "Joint", "协办", nullptr, true},
    {"joint_answered", "Joint answered", "协办反馈", nullptr, true},
    {"joint_in_time", "Joint in time", "协办按期反馈", nullptr, true},
};

// For the screen the rank comes first.
constexpr Column table_rank = {"rank", "Rank", "排名", nullptr, true};
constexpr Column table_behind_unit[] = {
    {"name", "Name", "名称"},
    {"reported", "Reported", "上报", nullptr, true},
    {"accepted", "Accepted", "受理", nullptr, true},
    {"dispatched", "Dispatched", "派遣", nullptr, true},
    {"excluded", "Excluded", "剔除", nullptr, true},
    {"closed", "Closed", "结案", nullptr, true},
    {"closed_in_time", "In time", "按期", nullptr, true},
    {"open", "Open", "在办", nullptr, true},
    {"late", "Late", "超期", nullptr, true},
    {"returns", "Returns", "退回", nullptr, true},
    {"response_rate", "Response", "响应率", nullptr, true},
    {"solve_rate", "Solved", "解决率", nullptr, true},
    {"satisfaction_rate", "Satisfied", "满意率", nullptr, true},
    {"hours_mean", "Mean h", "平均工时", nullptr, true},
    {"hours_median", "Median h", "工时中位数", nullptr, true},
};
constexpr Column table_visits = {"visit_rate", "Visited", "走访率", nullptr, true};
constexpr Column table_end[] = {
    {"score", "Score", "得分", nullptr, true}, {"from", "From", "起"}, {"to", "To", "止"}};

bool with_visits(StatBy by) {
  return by == StatBy::area || by == StatBy::staff;
}

void append(std::vector<Column>& all, std::span<const Column> more) {
  all.insert(all.end(), more.begin(), more.end());
}

std::vector<Column> every_column(StatBy by) {
  std::vector<Column> all{unit_columns[static_cast<size_t>(by)]};
  append(all, columns_behind_unit);
  if (with_visits(by)) append(all, visit_columns);
  append(all, place_columns);
  if (by == StatBy::org) append(all, joint_columns);
  return all;
}

std::vector<Column> table_columns(StatBy by) {
  std::vector<Column> all{table_rank, unit_columns[static_cast<size_t>(by)]};
  append(all, table_behind_unit);
  if (with_visits(by)) all.push_back(table_visits);
  append(all, table_end);
  return all;
}

using ColumnsBy = std::array<std::vector<Column>, std::size(unit_columns)>;

ColumnsBy for_each_unit(std::vector<Column> (*columns)(StatBy)) {
  return {columns(StatBy::area), columns(StatBy::category), columns(StatBy::org),
          columns(StatBy::staff)};
}

using WriteRate = text::Value (*)(const Rate&);
using WriteScore = text::Value (*)(int64_t hundredths);

text::Value plain_rate(const Rate& rate) {
  const auto value = rate.value();
  return value ? text::Value(text::Decimal{*value, 4}) : text::Value(text::Null{});
}

text::Value shown_rate(const Rate& rate) {
  const auto value = rate.value();
  if (!value) return std::string("-");
  return fmt::format("{:.2f}% ({}/{})", *value * 100, rate.numerator, rate.denominator);
}

text::Value plain_score(int64_t hundredths) {
  return text::Decimal{static_cast<double>(hundredths) / 100, 2};
}

text::Value shown_score(int64_t hundredths) {
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

void add_counts(Record& record, const Figures& figures) {
  record.add("reported", figures.reported).add("accepted", figures.accepted);
  record.add("dispatched", figures.dispatched).add("excluded", figures.excluded);
  record.add("closed", figures.closed).add("closed_in_time", figures.closed_in_time);
  record.add("open", figures.open).add("late", figures.late);
  record.add("returns", figures.returns).add("reworks", figures.reworks);
  record.add("extensions", figures.extensions).add("again", figures.again);
}

text::Value write_hours(const std::optional<Seconds>& time) {
  if (!time) return text::Null{};
  return text::Decimal{static_cast<double>(time->count()) / 3600, 2};
}

void add_rate(Record& record, const std::string& name, const Rate& rate, WriteRate write) {
  record.add(name + "_rate", write(rate));
  record.add(name + "_num", rate.numerator).add(name + "_den", rate.denominator);
}

void add_visits(Record& record, const Figures& figures, WriteRate write) {
  record.add("households", figures.households).add("visited", figures.visited);
  record.add("unvisited", figures.households - figures.visited);
  add_rate(record, "visit", domain::visit_rate(figures), write);
  record.add("visits", figures.visits).add("patrols", figures.patrols);
}

Record make(const StatLine& line, WriteRate write_rate, WriteScore write_score) {
  const domain::Standing& standing = line.standing;
  const Figures& figures = standing.figures;
  Record record = text::make_record("stat");
  record.add(unit_columns[static_cast<size_t>(line.by)].field, standing.unit);
  record.add_if("name", line.name.name).add_if("level", line.name.level);
  record.add("from", format_date(line.days.first)).add("to", format_date(line.days.last));
  add_counts(record, figures);
  add_rate(record, "response", domain::response_rate(figures), write_rate);
  add_rate(record, "solve", domain::solve_rate(figures), write_rate);
  add_rate(record, "satisfaction", domain::satisfaction_rate(figures, line.rates), write_rate);
  record.add("hours_mean", write_hours(domain::mean_held(figures)));
  record.add("hours_median", write_hours(domain::median_held(figures)));
  if (with_visits(line.by)) add_visits(record, figures, write_rate);
  record.add("score", standing.score ? write_score(*standing.score) : text::Null{});
  record.add("rank", standing.rank ? text::Value(*standing.rank) : text::Null{});
  if (line.by != StatBy::org) return record;
  record.add("joint", figures.joint).add("joint_answered", figures.joint_answered);
  record.add("joint_in_time", figures.joint_in_time);
  return record;
}

}  // namespace

text::Record write_stat(const StatLine& line) {
  return make(line, plain_rate, plain_score);
}

text::Record show_stat(const StatLine& line) {
  return make(line, shown_rate, shown_score);
}

Columns stat_columns(StatBy by) {
  static const ColumnsBy columns = for_each_unit(every_column);
  return columns[static_cast<size_t>(by)];
}

Columns stat_table_columns(StatBy by) {
  static const ColumnsBy columns = for_each_unit(table_columns);
  return columns[static_cast<size_t>(by)];
}

}  // namespace grid::codec
