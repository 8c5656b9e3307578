#include <grid/domain/clean_text.h>
#include <grid/domain/code_tables.h>
#include <grid/domain/country.h>

#include <algorithm>
#include <array>
#include <vector>

namespace grid::domain {

namespace {

constexpr CodeEntry kSex[] = {
    {"0", "未知", "unknown"},
    {"1", "男", "male"},
    {"2", "女", "female"},
    {"9", "未说明", "not stated"},
};
constexpr CodeAlias kSexAliases[] = {{"M", "1"},     {"F", "2"},    {"男人", "1"},
                                     {"女人", "2"},  {"不详", "0"}, {"未说明的", "9"},
                                     {"未知的", "0"}};

constexpr CodeEntry kMarriage[] = {
    {"10", "未婚", "unmarried"},
    {"20", "已婚", "married"},
    {"21", "初婚", "first marriage"},
    {"22", "再婚", "remarried"},
    {"23", "复婚", "married again to the same person"},
    {"30", "丧偶", "widowed"},
    {"40", "离婚", "divorced"},
    {"90", "未说明", "not stated"},
};
// The one-digit codes are those of GB/T 4766-1984.
constexpr CodeAlias kMarriageAliases[] = {
    {"1", "10"},    {"2", "20"},      {"3", "30"},    {"4", "40"},    {"9", "90"},
    {"单身", "10"}, {"有配偶", "20"}, {"结婚", "20"}, {"离异", "40"}, {"未说明的", "90"},
    {"不详", "90"}, {"丧妻", "30"},   {"丧夫", "30"}, {"其他", "90"},
};

constexpr CodeEntry kPolitics[] = {
    {"01", "党员", "member of the Communist Party of China"},
    {"02", "预备党员", "probationary member of the Communist Party of China"},
    {"03", "团员", "member of the Communist Youth League"},
    {"04", "民革", "Revolutionary Committee of the Kuomintang"},
    {"05", "民盟", "China Democratic League"},
    {"06", "民建", "China National Democratic Construction Association"},
    {"07", "民进", "China Association for Promoting Democracy"},
    {"08", "农工党", "Chinese Peasants' and Workers' Democratic Party"},
    {"09", "致公党", "China Zhi Gong Party"},
    {"10", "九三学社", "Jiusan Society"},
    {"11", "台盟", "Taiwan Democratic Self-Government League"},
    {"12", "无党派", "without party"},
    {"13", "群众", "general public"},
};
constexpr CodeAlias kPoliticsAliases[] = {
    {"中共党员", "01"},
    {"中国共产党党员", "01"},
    {"共产党员", "01"},
    {"正式党员", "01"},
    {"中共正式党员", "01"},
    {"中共预备党员", "02"},
    {"中国共产党预备党员", "02"},
    {"共青团员", "03"},
    {"中国共产主义青年团团员", "03"},
    {"共青团", "03"},
    {"民革党员", "04"},
    {"民革会员", "04"},
    {"民盟盟员", "05"},
    {"民建会员", "06"},
    {"民进会员", "07"},
    {"农工党党员", "08"},
    {"农工民主党", "08"},
    {"致公党党员", "09"},
    {"九三学社社员", "10"},
    {"九三社员", "10"},
    {"台盟盟员", "11"},
    {"无党派人士", "12"},
    {"无党派民主人士", "12"},
    {"普通群众", "13"},
    {"群众(现称普通公民)", "13"},
    {"普通公民", "13"},
};

constexpr CodeEntry kEducation[] = {
    {"10", "研究生", "postgraduate"},
    {"11", "博士研究生", "doctoral degree course"},
    {"14", "硕士研究生", "master's degree course"},
    {"20", "本科", "undergraduate"},
    {"30", "专科", "junior college"},
    {"40", "中职", "secondary vocational"},
    {"41", "中专", "specialised secondary"},
    {"44", "职业高中", "vocational senior secondary"},
    {"47", "技工学校", "skilled workers' school"},
    {"60", "高中", "senior secondary"},
    {"70", "初中", "junior secondary"},
    {"80", "小学", "primary"},
    {"90", "其他", "other"},
};
constexpr CodeAlias kEducationAliases[] = {
    {"研究生教育", "10"},   {"博士", "11"},
    {"硕士", "14"},         {"大学本科", "20"},
    {"大学", "20"},         {"本科生", "20"},
    {"大学本科教育", "20"}, {"大专", "30"},
    {"大学专科", "30"},     {"专科教育", "30"},
    {"高职", "30"},         {"大学专科教育", "30"},
    {"中等职业教育", "40"}, {"中等专科", "41"},
    {"中等专业学校", "41"}, {"中师", "41"},
    {"职高", "44"},         {"职中", "44"},
    {"技校", "47"},         {"普通高中", "60"},
    {"普通高级中学", "60"}, {"高级中学", "60"},
    {"初级中学", "70"},     {"普通初中", "70"},
    {"文盲", "90"},         {"半文盲", "90"},
    {"文盲半文盲", "90"},   {"未上过学", "90"},
    {"学龄前", "90"},       {"学龄前儿童", "90"},
    {"无", "90"},           {"幼儿园", "90"},
    {"大本", "20"},         {"普通高级中学教育", "60"},
    {"初级中学教育", "70"}, {"小学教育", "80"},
};

constexpr CodeEntry kFloating[] = {
    {"01", "务工", "work"},
    {"02", "务农", "farming"},
    {"03", "经商", "trade"},
    {"04", "服务", "services"},
    {"05", "出差", "business travel"},
    {"06", "借读培训", "schooling or training"},
    {"07", "治病疗养", "medical treatment"},
    {"08", "保姆", "domestic work"},
    {"09", "投靠", "joining relatives"},
    {"10", "探亲", "visiting relatives"},
    {"11", "旅游", "tourism"},
    {"99", "其他", "other"},
};
constexpr CodeAlias kFloatingAliases[] = {
    {"打工", "01"},   {"务工就业", "01"}, {"就业", "01"}, {"工作", "01"},     {"务工经商", "01"},
    {"做生意", "03"}, {"服务业", "04"},   {"借读", "06"}, {"培训", "06"},     {"学习培训", "06"},
    {"上学", "06"},   {"就学", "06"},     {"治病", "07"}, {"疗养", "07"},     {"就医", "07"},
    {"家政", "08"},   {"投靠亲友", "09"}, {"随迁", "09"}, {"探亲访友", "10"}, {"投亲靠友", "09"},
};

constexpr CodeEntry kEndings[] = {
    {"moved", "区内搬迁", "moved within the office"},
    {"out", "迁出", "moved away"},
    {"death", "死亡", "death"},
    {"head", "户主变更", "change of head"},
    {"split", "分户", "household split"},
    {"merge", "并户", "households merged"},
};
constexpr CodeAlias kEndingAliases[] = {
    {"搬迁", "moved"},   {"搬走", "out"},   {"离开", "out"},   {"流出", "out"},
    {"户口迁出", "out"}, {"外迁", "out"},   {"去世", "death"}, {"死亡注销", "death"},
    {"病故", "death"},   {"合户", "merge"},
};

constexpr CodeEntry kResidence[] = {
    {"registered", "户籍", "registered"}, {"permanent", "常住", "permanent"},
    {"floating", "流动", "floating"},     {"lodging", "寄住", "lodging"},
    {"foreign", "境外", "foreign"},
};
constexpr CodeAlias kResidenceAliases[] = {
    {"户籍居民", "registered"}, {"人户分离", "registered"}, {"空挂户", "registered"},
    {"空挂", "registered"},     {"境外人员", "foreign"},    {"寄住人员", "lodging"},
    {"流动人员", "floating"},   {"常住户籍", "registered"}, {"暂住", "floating"},
    {"外来", "floating"},       {"租住", "floating"},       {"外国人", "foreign"}};

constexpr CodeEntry kIdKinds[] = {
    {"resident_id", "居民身份证", "resident identity card"},
    {"hmt_permit", "港澳台居民居住证", "residence permit for Hong Kong, Macao or Taiwan"},
    {"foreign_pr", "外国人永久居留身份证", "foreigner's permanent residence card"},
    {"passport", "护照", "passport"},
    {"none", "无", "none"},
};
constexpr CodeAlias kIdKindAliases[] = {
    {"身份证", "resident_id"},
    {"二代身份证", "resident_id"},
    {"公民身份证", "resident_id"},
    {"111", "resident_id"},
    {"临时居民身份证", "resident_id"},
    {"112", "resident_id"},
    {"户口簿", "resident_id"},
    {"113", "resident_id"},
    {"港澳居民居住证", "hmt_permit"},
    {"台湾居民居住证", "hmt_permit"},
    {"外国人永久居留证", "foreign_pr"},
    {"外国人居留证", "foreign_pr"},
    {"永久居留证", "foreign_pr"},
    {"553", "foreign_pr"},
    {"fpr_id", "foreign_pr"},
    {"普通护照", "passport"},
    {"外国护照", "passport"},
    {"中国护照", "passport"},
    {"414", "passport"},
    {"无证件", "none"},
    {"无证", "none"},
};

constexpr CodeAlias kCountryNames[] = {
    {"中华人民共和国", "CHN"},
    {"美利坚合众国", "USA"},
    {"大韩民国", "KOR"},
    {"俄罗斯联邦", "RUS"},
    {"日本国", "JPN"},
    {"大不列颠及北爱尔兰联合王国", "GBR"},
    {"台湾", "TWN"},
    {"中国台湾", "TWN"},
    {"香港", "HKG"},
    {"澳门", "MAC"},
    {"中国香港特别行政区", "HKG"},
    {"中国澳门特别行政区", "MAC"},
    {"印尼", "IDN"},
    {"阿拉伯联合酋长国", "ARE"},
    {"朝鲜民主主义人民共和国", "PRK"},
    {"刚果民主共和国", "COD"},
    {"刚果共和国", "COG"},
    {"孟加拉", "BGD"},
    {"马尔维纳斯群岛", "FLK"},
    {"刚果(金)", "COD"},
    {"刚果(布)", "COG"},
    {"科科斯(基林)群岛", "CCK"},
    {"缅甸联邦", "MMR"},
    {"老挝人民民主共和国", "LAO"},
    {"United States of America", "USA"},
    {"UK", "GBR"},
};

std::vector<CodeEntry> country_entries() {
  std::vector<CodeEntry> entries;
  for (const Country& country : countries()) {
    entries.push_back({country.alpha3, country.zh, country.en});
  }
  return entries;
}

std::vector<CodeAlias> country_aliases() {
  std::vector<CodeAlias> aliases(std::begin(kCountryNames), std::end(kCountryNames));
  for (const Country& country : countries()) {
    aliases.push_back({country.alpha2, country.alpha3});
    aliases.push_back({country.numeric, country.alpha3});
  }
  return aliases;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_word(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

// Codes that spreadsheets rob of their leading zeros; three digits at most.
bool same_number(std::string_view a, std::string_view b) {
  const auto is_number = [](std::string_view t) {
    return !t.empty() && t.size() <= 3 && std::ranges::all_of(t, is_digit);
  };
  if (!is_number(a) || !is_number(b)) return false;
  const auto significant = [](std::string_view t) {
    const size_t first = t.find_first_not_of('0');
    return first == std::string_view::npos ? std::string_view() : t.substr(first);
  };
  return significant(a) == significant(b);
}

std::string_view find_code(const CodeTable& table, std::string_view text) {
  for (const CodeEntry& entry : table.entries) {
    if (same_word(text, entry.code) || same_number(text, entry.code)) return entry.code;
    if (text == entry.zh || same_word(text, entry.en)) return entry.code;
  }
  for (const CodeAlias& alias : table.aliases) {
    if (same_word(text, alias.text) || same_number(text, alias.text)) return alias.code;
  }
  return {};
}

}  // namespace

const CodeTable& sex_codes() {
  static constexpr CodeTable kTable{"sex", kSex, kSexAliases, "性"};
  return kTable;
}

const CodeTable& marriage_codes() {
  static constexpr CodeTable kTable{"marriage", kMarriage, kMarriageAliases, "状态"};
  return kTable;
}

const CodeTable& politics_codes() {
  static constexpr CodeTable kTable{"politics", kPolitics, kPoliticsAliases, "成员"};
  return kTable;
}

const CodeTable& education_codes() {
  static constexpr CodeTable kTable{"education", kEducation, kEducationAliases, "毕业"};
  return kTable;
}

const CodeTable& floating_codes() {
  static constexpr CodeTable kTable{"flow_reason", kFloating, kFloatingAliases, ""};
  return kTable;
}

const CodeTable& ending_codes() {
  static constexpr CodeTable kTable{"ended_by", kEndings, kEndingAliases, ""};
  return kTable;
}

const CodeTable& residence_codes() {
  static constexpr CodeTable kTable{"residence", kResidence, kResidenceAliases, "人口"};
  return kTable;
}

const CodeTable& id_kind_codes() {
  static constexpr CodeTable kTable{"id_kind", kIdKinds, kIdKindAliases, ""};
  return kTable;
}

const CodeTable& country_codes() {
  static const std::vector<CodeEntry> kEntries = country_entries();
  static const std::vector<CodeAlias> kAliases = country_aliases();
  static const CodeTable kTable{"nationality", kEntries, kAliases, "籍"};
  return kTable;
}

Result<std::string> parse_code(const CodeTable& table, std::string_view text) {
  const std::string clean = clean_word(text);
  if (table.one_digit_ambiguous && clean.size() == 1 && is_digit(clean[0])) {
    Problem ambiguous = problem(std::string(table.field) + ".ambiguous", table.field,
                                "one digit has several meanings; say which list of codes is meant");
    ambiguous.hint = message_id("--relation-codes gbt4761|census2020");
    return ambiguous;
  }
  std::string_view code = find_code(table, clean);
  const bool suffixed =
      !table.suffix.empty() && clean.size() > table.suffix.size() && clean.ends_with(table.suffix);
  if (code.empty() && suffixed) {
    code = find_code(table, std::string_view(clean).substr(0, clean.size() - table.suffix.size()));
  }
  if (code.empty()) {
    return problem(std::string(table.field) + ".unknown", table.field,
                   "the value is not in the list of codes for {}", table.field);
  }
  return std::string(code);
}

std::string_view word(const CodeTable& table, std::string_view code, bool english) {
  const auto entry = std::ranges::find(table.entries, code, &CodeEntry::code);
  if (entry == table.entries.end()) return {};
  return english ? entry->en : entry->zh;
}

}  // namespace grid::domain
