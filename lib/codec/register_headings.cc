#include <grid/codec/household.h>
#include <grid/codec/register_headings.h>
#include <grid/codec/register_profile.h>
#include <grid/domain/clean_text.h>

#include <algorithm>
#include <unordered_map>

namespace grid::codec {

namespace {

using enum RegisterField;

struct HeadingRow {
  RegisterField field;
  std::vector<std::string_view> names;
};

// Full-width brackets stand here in their ASCII form; see plain_heading().
std::vector<HeadingRow> heading_rows() {
  return {
      {household_no,
       {"户号", "户编号", "户编码", "家庭编号", "门牌户号", "公安户口编号", "household_no", "no"}},
      {household_kind, {"户类型", "户别", "家庭户类型", "户口类型", "kind"}},
      {relation,
       {"与户主关系", "户主关系", "家庭关系", "关系", "户主或与户主关系", "与户主的关系",
        "relation"}},
      {name, {"姓名", "居民姓名", "人员姓名", "name"}},
      {former_name, {"曾用名", "former_name"}},
      {id_no,
       {"身份证号", "身份证号码", "公民身份号码", "公民身份证号", "公民身份证号码", "证件号码",
        "证件号", "身份证", "身份号码", "居民身份证号码", "id_no"}},
      {id_kind, {"证件类型", "证件代码", "证件种类", "证件名称", "id_kind"}},
      {sex, {"性别", "sex"}},
      {birth, {"出生日期", "出生年月", "出生年月日", "生日", "birth"}},
      {ethnic, {"民族", "ethnic"}},
      {nationality, {"国籍", "国籍(地区)", "国籍/地区", "nationality"}},
      {phone, {"联系方式", "联系电话", "手机", "手机号", "手机号码", "电话", "电话号码", "phone"}},
      {politics, {"政治面貌", "politics"}},
      {education, {"学历", "文化程度", "受教育程度", "education"}},
      {marriage, {"婚姻状况", "婚姻状态", "婚姻", "marriage"}},
      {registered_address,
       {"户籍地址", "户籍地", "户籍门(楼)详址", "户口所在地", "户籍所在地", "户籍地详址",
        "registered_address"}},
      {address,
       {"现住址", "现居住地址", "居住地", "住址", "地址", "现住门(楼)详址", "居住地址", "现居住地",
        "现住地址", "address"}},
      {building, {"小区名称", "小区", "楼栋", "楼号", "幢", "楼幢", "building"}},
      {unit, {"单元", "单元号", "unit"}},
      {room, {"房间号", "室", "门牌", "房号", "室号", "门牌号", "room"}},
      {community, {"所属社区", "社区", "社区名称", "所属村社", "所属社区(村)", "community"}},
      {area, {"所属网格", "网格名称", "网格编码", "网格", "网格号", "area"}},
      {residence, {"人员类别", "人口类型", "人员类型", "人口类别", "residence"}},
      {consistent,
       {"人户一致标识", "人户一致", "是否人户一致", "人户状态", "居住状态", "consistent"}},
      {separated, {"人户分离", "是否人户分离"}},
      {vacant, {"是否空挂", "空挂户", "是否空挂户", "vacant"}},
      {since, {"流入时间", "入住时间", "入住日期", "迁入日期", "来本地时间", "since"}},
      {until, {"离开日期", "迁出日期", "离开时间", "until"}},
      {flow_reason, {"流入原因", "来本地原因", "暂住事由", "暂住原因", "流动原因", "flow_reason"}},
      {origin, {"流出地", "来源地", "流出地址", "流出地详址", "origin"}},
      {permit_no, {"居住证号", "居住证号码", "居住证编号", "暂住证号", "permit_no"}},
      {registered_on, {"登记日期", "登记时间", "采集时间", "采集日期", "registered_on"}},
      {permit_until,
       {"到期日期", "到期时间", "居住证到期日期", "居住证有效期", "有效期至", "permit_until"}},
      {dwelling_kind, {"住所类型", "居所类型", "房屋类型", "住所类别", "dwelling_kind"}},
      {died, {"死亡日期", "死亡时间", "去世日期", "died"}},
      {ended_by, {"离开原因", "迁出原因", "注销原因", "ended_by"}},
      {source, {"来源系统", "数据来源", "source"}},
      {source_ref, {"人员编号", "人员编码", "人口编码", "人员ID", "source_ref"}},
      {tags, {"人员属性", "标签", "tags"}},
      {remark, {"备注", "备注说明", "情况说明"}},
      {ignored,
       {"序号", "编号", "人数", "_row", "_line", "_field", "_code", "_reason", "_sheet", "type",
        "v", "members", "person", "_export"}},
  };
}

// Heading → tag that a "yes" under it gives.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> flag_headings{{
    {"是否党员", "党员"},
    {"低保", "低保"},
    {"是否低保", "低保"},
    {"残疾", "残疾"},
    {"是否残疾", "残疾"},
    {"独居", "独居"},
    {"是否独居", "独居"},
    {"独居老人", "独居"},
    {"空巢", "空巢"},
    {"是否空巢", "空巢"},
    {"空巢老人", "空巢"},
    {"退役", "退役"},
    {"退役军人", "退役"},
    {"是否退役军人", "退役"},
}};

// In the order of RegisterField.
constexpr std::array<std::string_view, register_fields> field_names{
    "household_no", "household_kind", "relation",    "name",
    "former_name",  "id_no",          "id_kind",     "sex",
    "birth",        "ethnic",         "nationality", "phone",
    "politics",     "education",      "marriage",    "registered_address",
    "address",      "building",       "unit",        "room",
    "community",    "area",           "residence",   "consistent",
    "separated",    "vacant",         "since",       "until",
    "flow_reason",  "origin",         "permit_no",   "registered_on",
    "permit_until", "dwelling_kind",  "died",        "ended_by",
    "source",       "source_ref",     "tags",        "remark",
    "tag",          "ignored"};

constexpr std::array<std::string_view, 5> remarks{"(必填)", "(选填)", "(必填项)", "(选填项)",
                                                  "[必填]"};

}  // namespace

std::string plain_heading(std::string_view text) {
  std::string plain = domain::clean_word(text);
  std::erase_if(plain, [](char c) { return c == ' ' || c == '*' || c == ':'; });
  for (const std::string_view remark : remarks) {
    const size_t at = plain.find(remark);
    if (at != std::string::npos) plain.erase(at, remark.size());
  }
  return plain;
}

std::string_view register_field_name(RegisterField field) {
  return field_names[static_cast<size_t>(field)];
}

std::optional<RegisterField> register_field_named(std::string_view field) {
  const auto found = std::ranges::find(field_names, field);
  if (found == field_names.end() || field == field_names[static_cast<size_t>(tag_flag)]) {
    return std::nullopt;
  }
  return static_cast<RegisterField>(found - field_names.begin());
}

std::vector<std::string> register_field_names() {
  std::vector<std::string> names(field_names.begin(), field_names.end());
  names.erase(names.begin() + static_cast<std::ptrdiff_t>(tag_flag));
  return names;
}

namespace {

using HeadingsByName = std::unordered_map<std::string, RegisterHeading>;

HeadingsByName known_headings() {
  HeadingsByName known;
  for (const HeadingRow& row : heading_rows()) {
    for (const std::string_view heading : row.names) {
      known.emplace(heading, RegisterHeading{row.field, {}, false});
    }
  }
  // The words of our own tables and exports.
  for (const Columns columns : {person_columns(), household_columns()}) {
    for (const Column& column : columns) {
      const auto field = known.find(column.field);
      if (field != known.end()) known.emplace(plain_heading(column.english), field->second);
    }
  }
  for (const auto& [heading, tag] : flag_headings) {
    known.emplace(heading, RegisterHeading{tag_flag, std::string(tag), false});
  }
  return known;
}

}  // namespace

std::optional<RegisterHeading> find_register_heading(std::string_view text) {
  static const HeadingsByName known = known_headings();
  constexpr size_t longest = 60;
  if (text.empty() || text.size() > longest) return std::nullopt;
  const auto found = known.find(plain_heading(text));
  return found == known.end() ? std::nullopt : std::optional(found->second);
}

RegisterColumns::RegisterColumns(std::span<const std::string> cells, const RegisterProfile* profile)
    : profile_(profile), headings_(cells.begin(), cells.end()) {
  for (const std::string& heading : headings_) {
    columns_.push_back(find(heading));
    if (columns_.back() && columns_.back()->field != ignored) ++known_;
  }
  note_first_columns();
}

std::optional<RegisterColumns> RegisterColumns::from(std::span<const std::string> cells,
                                                     const RegisterProfile* profile) {
  constexpr size_t enough = 3;
  RegisterColumns columns(cells, profile);
  if (columns.known_ < enough) return std::nullopt;
  return columns;
}

std::optional<RegisterHeading> RegisterColumns::find(std::string_view text) const {
  if (profile_ != nullptr && !profile_->headings.empty() && !text.empty()) {
    const auto own = profile_->headings.find(plain_heading(text));
    if (own != profile_->headings.end()) return own->second;
  }
  return find_register_heading(text);
}

void RegisterColumns::note_first_columns() {
  first_.fill(std::nullopt);
  for (size_t i = columns_.size(); i-- > 0;) {
    if (columns_[i]) first_[static_cast<size_t>(columns_[i]->field)] = i;
  }
}

bool RegisterColumns::extend(std::span<const std::string> cells) {
  bool any = false;
  for (size_t i = 0; i < cells.size(); ++i) {
    if (domain::clean_word(cells[i]).empty()) continue;
    const bool open = i >= columns_.size() || !columns_[i];
    if (!open || !find(cells[i])) return false;
    any = true;
  }
  if (!any) return false;
  headings_.resize(std::max(headings_.size(), cells.size()));
  columns_.resize(headings_.size());
  for (size_t i = 0; i < cells.size(); ++i) {
    if (domain::clean_word(cells[i]).empty()) continue;
    headings_[i] = cells[i];
    columns_[i] = find(cells[i]);
    ++known_;
  }
  note_first_columns();
  return true;
}

namespace {

bool holds_all(std::span<const std::string> headings, Columns table, Words words) {
  return std::ranges::all_of(table, [&](const Column& column) {
    return std::ranges::find(headings, heading(column, words)) != headings.end();
  });
}

bool is_field(Columns table, const std::string& heading) {
  return std::ranges::find(table, std::string_view(heading), &Column::field) != table.end();
}

}  // namespace

bool RegisterColumns::are_exported() const {
  return std::ranges::find(headings_, "_export") != headings_.end();
}

bool RegisterColumns::are_ours() const {
  if (are_exported()) return true;
  bool only_fields = true;
  for (size_t i = 0; i < columns_.size(); ++i) {
    if (!columns_[i] || columns_[i]->field == ignored) continue;
    only_fields &=
        is_field(person_columns(), headings_[i]) || is_field(household_columns(), headings_[i]);
  }
  if (only_fields) return true;
  return std::ranges::any_of(std::array{Words::english, Words::chinese}, [&](Words words) {
    return holds_all(headings_, person_columns(), words) ||
           holds_all(headings_, household_columns(), words);
  });
}

RegisterCells RegisterColumns::pick(std::span<const std::string> cells, std::string& phones) const {
  RegisterCells picked;
  phones.clear();
  const size_t count = std::min(cells.size(), columns_.size());
  for (size_t i = 0; i < count; ++i) {
    if (!columns_[i] || cells[i].empty()) continue;
    const RegisterField field = columns_[i]->field;
    if (field == tag_flag) {
      picked.flags.emplace_back(columns_[i]->tag, cells[i]);
    } else if (field == phone) {
      if (!phones.empty()) phones += '/';
      phones += cells[i];
    } else if (picked[field].empty()) {
      picked[field] = cells[i];
    }
  }
  picked[phone] = phones;
  if (profile_ != nullptr) profile_->translate(picked);
  picked.has_household_column = column_of(household_no).has_value();
  return picked;
}

std::vector<std::string> RegisterColumns::unknown() const {
  std::vector<std::string> names;
  for (size_t i = 0; i < columns_.size(); ++i) {
    std::string name = domain::clean_word(headings_[i]);
    if (!columns_[i] && !name.empty()) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace grid::codec
