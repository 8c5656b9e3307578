#include <grid/domain/clean_text.h>
#include <grid/domain/code_tables.h>

#include <array>

namespace grid::domain {

namespace {

constexpr CodeEntry kRelations[] = {
    {"01", "本人", "self"},
    {"02", "户主", "head of the household"},
    {"10", "配偶", "spouse"},
    {"11", "夫", "husband"},
    {"12", "妻", "wife"},
    {"20", "子", "son"},
    {"21", "独生子", "only son"},
    {"22", "长子", "eldest son"},
    {"23", "次子", "second son"},
    {"24", "三子", "third son"},
    {"25", "四子", "fourth son"},
    {"26", "五子", "fifth son"},
    {"27", "养子或继子", "adopted son or stepson"},
    {"28", "女婿", "son-in-law"},
    {"29", "其他儿子", "other son"},
    {"30", "女", "daughter"},
    {"31", "独生女", "only daughter"},
    {"32", "长女", "eldest daughter"},
    {"33", "次女", "second daughter"},
    {"34", "三女", "third daughter"},
    {"35", "四女", "fourth daughter"},
    {"36", "五女", "fifth daughter"},
    {"37", "养女或继女", "adopted daughter or stepdaughter"},
    {"38", "儿媳", "daughter-in-law"},
    {"39", "其他女儿", "other daughter"},
    {"40", "孙辈", "grandchild"},
    {"41", "孙子", "son's son"},
    {"42", "孙女", "son's daughter"},
    {"43", "外孙子", "daughter's son"},
    {"44", "外孙女", "daughter's daughter"},
    {"45", "孙媳", "grandson's wife"},
    {"46", "孙女婿", "granddaughter's husband"},
    {"47", "曾孙子", "great-grandson"},
    {"48", "曾孙女", "great-granddaughter"},
    {"49", "其他孙辈", "other grandchild"},
    {"50", "父母", "parent"},
    {"51", "父", "father"},
    {"52", "母", "mother"},
    {"53", "公公", "husband's father"},
    {"54", "婆婆", "husband's mother"},
    {"55", "岳父", "wife's father"},
    {"56", "岳母", "wife's mother"},
    {"57", "继父", "stepfather or adoptive father"},
    {"58", "继母", "stepmother or adoptive mother"},
    {"59", "其他父母关系", "other parent"},
    {"60", "祖父母", "grandparent"},
    {"61", "祖父", "father's father"},
    {"62", "祖母", "father's mother"},
    {"63", "外祖父", "mother's father"},
    {"64", "外祖母", "mother's mother"},
    {"65", "配偶的祖父母", "spouse's grandparent"},
    {"66", "曾祖父", "great-grandfather"},
    {"67", "曾祖母", "great-grandmother"},
    {"68", "配偶的曾祖父母", "spouse's great-grandparent"},
    {"69", "其他祖父母关系", "other grandparent"},
    {"70", "兄弟姐妹", "sibling"},
    {"71", "兄", "elder brother"},
    {"72", "嫂", "elder brother's wife"},
    {"73", "弟", "younger brother"},
    {"74", "弟媳", "younger brother's wife"},
    {"75", "姐", "elder sister"},
    {"76", "姐夫", "elder sister's husband"},
    {"77", "妹", "younger sister"},
    {"78", "妹夫", "younger sister's husband"},
    {"79", "其他兄弟姐妹", "other sibling"},
    {"80", "其他", "other"},
    {"81", "伯父", "father's elder brother"},
    {"82", "伯母", "father's elder brother's wife"},
    {"83", "叔父", "father's younger brother"},
    {"84", "婶母", "father's younger brother's wife"},
    {"85", "舅父", "mother's brother"},
    {"86", "舅母", "mother's brother's wife"},
    {"87", "姨父", "mother's sister's husband"},
    {"88", "姨母", "mother's sister"},
    {"89", "姑父", "father's sister's husband"},
    {"90", "姑母", "father's sister"},
    {"91", "堂兄弟姐妹", "paternal cousin"},
    {"92", "表兄弟姐妹", "maternal cousin"},
    {"93", "侄子", "brother's son"},
    {"94", "侄女", "brother's daughter"},
    {"95", "外甥", "sister's son"},
    {"96", "外甥女", "sister's daughter"},
    {"97", "其他亲属", "other relative"},
    {"99", "非亲属", "not a relative"},
};
constexpr CodeAlias kRelationAliases[] = {
    {"户主本人", "02"},   {"本人/户主", "02"},
    {"爸", "51"},         {"妈", "52"},
    {"丈夫", "11"},       {"老公", "11"},
    {"妻子", "12"},       {"老婆", "12"},
    {"爱人", "10"},       {"夫妻", "10"},
    {"夫妇", "10"},       {"儿子", "20"},
    {"女儿", "30"},       {"长男", "22"},
    {"大儿子", "22"},     {"二子", "23"},
    {"二儿子", "23"},     {"三儿子", "24"},
    {"四儿子", "25"},     {"五儿子", "26"},
    {"三女儿", "34"},     {"四女儿", "35"},
    {"五女儿", "36"},     {"孙女儿", "42"},
    {"外孙女儿", "44"},   {"小儿子", "29"},
    {"养子", "27"},       {"继子", "27"},
    {"大女儿", "32"},     {"二女", "33"},
    {"二女儿", "33"},     {"小女儿", "39"},
    {"养女", "37"},       {"继女", "37"},
    {"媳妇", "38"},       {"儿媳妇", "38"},
    {"女儿女婿", "28"},   {"孙子女", "40"},
    {"孙子或孙女", "40"}, {"孙", "41"},
    {"外孙", "43"},       {"孙媳妇", "45"},
    {"外孙媳", "45"},     {"外孙女婿", "46"},
    {"曾孙", "47"},       {"曾外孙", "47"},
    {"曾外孙女", "48"},   {"外曾孙子", "47"},
    {"外曾孙女", "48"},   {"重孙", "47"},
    {"重孙女", "48"},     {"父亲", "51"},
    {"爸爸", "51"},       {"母亲", "52"},
    {"妈妈", "52"},       {"公婆", "59"},
    {"岳父母", "59"},     {"岳父母或公婆", "59"},
    {"家公", "53"},       {"家婆", "54"},
    {"丈人", "55"},       {"丈母娘", "56"},
    {"养父", "57"},       {"养母", "58"},
    {"继父或养父", "57"}, {"继母或养母", "58"},
    {"爷爷", "61"},       {"奶奶", "62"},
    {"外公", "63"},       {"外婆", "64"},
    {"姥爷", "63"},       {"姥姥", "64"},
    {"外祖父母", "60"},   {"祖父母或外祖父母", "60"},
    {"曾祖父母", "69"},   {"兄妹", "70"},
    {"兄弟", "70"},       {"姐妹", "70"},
    {"哥哥", "71"},       {"哥", "71"},
    {"嫂子", "72"},       {"嫂嫂", "72"},
    {"弟弟", "73"},       {"弟妹", "74"},
    {"弟媳妇", "74"},     {"弟妇", "74"},
    {"姐姐", "75"},       {"妹妹", "77"},
    {"伯伯", "81"},       {"大伯", "81"},
    {"叔叔", "83"},       {"叔", "83"},
    {"婶婶", "84"},       {"婶", "84"},
    {"舅舅", "85"},       {"舅", "85"},
    {"舅妈", "86"},       {"姨夫", "87"},
    {"姨妈", "88"},       {"姨", "88"},
    {"阿姨", "88"},       {"姑夫", "89"},
    {"姑丈", "89"},       {"姑姑", "90"},
    {"姑妈", "90"},       {"堂", "91"},
    {"堂兄", "91"},       {"堂弟", "91"},
    {"堂姐", "91"},       {"堂妹", "91"},
    {"堂兄弟", "91"},     {"堂兄弟、堂姐妹", "91"},
    {"表", "92"},         {"表兄", "92"},
    {"表弟", "92"},       {"表哥", "92"},
    {"表姐", "92"},       {"表妹", "92"},
    {"表兄弟", "92"},     {"表兄弟、表姐妹", "92"},
    {"侄", "93"},         {"侄儿", "93"},
    {"侄孙", "97"},       {"外甥子", "95"},
    {"亲属", "97"},       {"亲戚", "97"},
    {"其它亲属", "97"},   {"其它", "80"},
    {"其他关系", "80"},   {"朋友", "99"},
    {"同事", "99"},       {"租客", "99"},
    {"房客", "99"},       {"保姆", "99"},
    {"雇员", "99"},       {"非亲属关系", "99"},
    {"无关系", "99"},     {"其他非亲属", "99"},
};

// What a word that does not say the sex becomes when the sex is known.
struct BySex {
  std::string_view text, male, female;
};
constexpr BySex kBySex[] = {{"子女", "20", "30"}, {"孩子", "20", "30"}, {"媳婿", "28", "38"}};

Problem needs_sex() {
  return problem("relation.ambiguous", "relation", "the relation cannot be told without the sex");
}

Result<std::string> by_sex(const BySex& choice, char sex) {
  if (sex == '1') return std::string(choice.male);
  if (sex == '2') return std::string(choice.female);
  return needs_sex();
}

// GB/T 4761, one digit: 0 the head, 1 spouse, 2 son, 3 daughter, 4 grandchild, 5 parent,
// 6 grandparent, 7 sibling, 8 other; 9 is not used.
Result<std::string> one_digit_gbt4761(char digit) {
  if (digit == '0') return std::string("02");
  if (digit == '9') return problem("relation.unknown", "relation", "GB/T 4761 has no code 9");
  return std::string{digit, '0'};
}

// The census form of 2020: 0 head, 1 spouse, 2 child, 3 parent, 4 parent-in-law, 5 grandparent,
// 6 child's spouse, 7 grandchild, 8 sibling, 9 other. A parent-in-law of a head whose sex is not
// known here is one of "other parents".
Result<std::string> one_digit_census(char digit, char sex) {
  static constexpr std::array<std::string_view, 10> kCodes = {"02", "10", "",   "50", "59",
                                                              "60", "",   "40", "70", "80"};
  if (digit == '2') return by_sex(kBySex[0], sex);
  if (digit == '6') return by_sex(kBySex[2], sex);
  return std::string(kCodes[static_cast<size_t>(digit - '0')]);
}

}  // namespace

const CodeTable& relation_codes() {
  static constexpr CodeTable kTable{"relation", kRelations, kRelationAliases, "关系", true};
  return kTable;
}

Result<RelationCodes> parse_relation_codes(std::string_view text) {
  if (text.empty()) return RelationCodes::unset;
  if (text == "gbt4761") return RelationCodes::gbt4761;
  if (text == "census2020") return RelationCodes::census2020;
  return problem("relation_codes.unknown", "relation_codes",
                 "{} is no list of relation codes: gbt4761 or census2020", text);
}

Result<std::string> parse_relation(std::string_view text, RelationCodes codes, char sex) {
  const std::string clean = clean_word(text);
  const bool one_digit = clean.size() == 1 && clean[0] >= '0' && clean[0] <= '9';
  if (one_digit && codes == RelationCodes::gbt4761) return one_digit_gbt4761(clean[0]);
  if (one_digit && codes == RelationCodes::census2020) return one_digit_census(clean[0], sex);
  for (const BySex& choice : kBySex) {
    if (clean == choice.text) return by_sex(choice, sex);
  }
  return parse_code(relation_codes(), clean);
}

}  // namespace grid::domain
