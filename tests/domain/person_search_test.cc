// What a clerk types, and whom it means.
#include <doctest/doctest.h>
#include <grid/domain/person_search.h>

#include <string>
#include <string_view>

using namespace grid::domain;

namespace {

bool finds(const char* line, const char* name) {
  Person person;
  person.name = name;
  return meets(parse_person_search(line), person);
}

bool calls(const char* line, const char* phone) {
  Person person;
  person.phone = phone;
  return meets(parse_person_search(line), person);
}

}  // namespace

TEST_CASE("characters are read as their pinyin, and as in surnames") {
  const struct {
    const char* reading;
    const char* name;
  } rows[] = {
      {"zhang", "张"},   {"shan", "单"},     {"dan", "单"},    {"zeng", "曾"},       {"ceng", "曾"},
      {"xie", "解"},     {"jie", "解"},      {"qiu", "仇"},    {"chou", "仇"},       {"ou", "区"},
      {"qu", "区"},      {"zha", "查"},      {"cha", "查"},    {"ge", "盖"},         {"gai", "盖"},
      {"yuchi", "尉迟"}, {"weichi", "尉迟"}, {"moqi", "万俟"}, {"zhangsun", "长孙"}, {"lv", "吕"},
      {"lu", "吕"},      {"lü", "吕"},       {"lyu", "吕"},    {"LÜ", "吕"},         {"nv", "女"},
      {"xian", "冼"},    {"yue", "玥"},      {"gang", "罡"},   {"piao", "朴"},       {"ling", "〇"},
      {"qin", "覃"},     {"tan", "覃"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CAPTURE(row.reading);
    CHECK(finds(row.reading, row.name));
  }
  CHECK(readings(U'张').count == 1);
  CHECK(readings(U'a').count == 0);
  CHECK(readings(0x20BB7).count == 0);
}

TEST_CASE("a name is found by a part of it, in characters, pinyin or first letters") {
  const struct {
    const char* line;
    const char* name;
    bool found;
  } rows[] = {
      {"张", "张三", true},
      {"三", "张三", true},
      {"张三", "张三", true},
      {"张三", "张三丰", true},
      {"三张", "张三", false},
      {"张丰", "张三丰", false},
      {" 张 三 ", "张三", true},
      {"张　三", "张三", true},
      {"zhangsan", "张三", true},
      {"Zhang San", "张三", true},
      {"zhang'san", "张三", true},
      {"ZHANGSAN", "张三", true},
      {"san", "张三", true},
      {"sanzhang", "张三", false},
      {"zs", "张三", true},
      {"ZS", "张三", true},
      {"z s", "张三", true},
      {"sz", "张三", false},
      {"wxm", "王小明", true},
      {"xm", "王小明", true},
      {"wm", "王小明", false},
      {"wangxm", "王小明", false},
      {"wang xm", "王小明", true},
      {"wangx", "王小明", true},
      {"wangxi", "王小明", false},
      {"王xm", "王小明", true},
      {"王xiaoming", "王小明", true},
      {"wang小ming", "王小明", true},
      {"xian", "冼安", true},
      {"xian", "席安", true},
      {"xi an", "席安", true},
      {"xi an", "冼安", false},
      {"li", "李四", true},
      {"li", "刘四", false},
      {"l", "刘四", true},
      {"ouyang", "欧阳锋", true},
      {"oyf", "欧阳锋", true},
      {"maimaiti", "买买提·吐尔逊", true},
      {"提吐", "买买提·吐尔逊", true},
      {"提·吐", "买买提·吐尔逊", true},
      {"mmttex", "买买提·吐尔逊", true},
      {"smith", "John Smith", true},
      {"john smith", "JOHN SMITH", true},
      {"ohn", "John Smith", true},
      {"li", "Lisa", true},
      {"𠮷", "𠮷野家", true},
      {"野", "𠮷野家", true},
      {"yj", "𠮷野家", true},
      {"", "张三", false},
      {" · ", "买买提·吐尔逊", false},
      {"'", "张三", false},
      {"zhang'", "张三", true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CAPTURE(row.name);
    CHECK(finds(row.line, row.name) == row.found);
  }
  Person person;
  person.name = "张三";
  person.former_name = "王五";
  CHECK(meets(parse_person_search("wangwu"), person));
  CHECK_FALSE(meets(parse_person_search("三王"), person));
}

TEST_CASE("a telephone is found however it is written, and by its last digits") {
  const struct {
    const char* line;
    const char* phone;
    bool found;
  } rows[] = {
      {"13800001234", "13800001234", true},
      {"138-0000-1234", "13800001234", true},
      {"+86 138 0000 1234", "13800001234", true},
      {"008613800001234", "13800001234", true},
      {"1234", "13800001234", true},
      {"00001234", "13800001234", true},
      {"234", "13800001234", false},
      {"1380", "13800001234", false},
      {"13900001234", "13800001234/13900001234", true},
      {"13800001234", "13800001234/13900001234", true},
      {"057985123456", "057985123456-801", true},
      {"0579-85123456-802", "057985123456-801", true},
      {"85123456", "057985123456", true},
      {"0579-85123456", "85123456", true},
      {"13800001234", "", false},
      {"１３８００００１２３４", "13800001234", true},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CAPTURE(row.phone);
    CHECK(calls(row.line, row.phone) == row.found);
  }
}

TEST_CASE("a number is found in its normal form; nine digits may be a passport or a telephone") {
  Person person;
  person.id_no = "33078219900101123X";
  CHECK(meets(parse_person_search("33078219900101123x"), person));
  CHECK(meets(parse_person_search("330782 19900101 123X"), person));
  CHECK_FALSE(meets(parse_person_search("33078219900101123"), person));
  person.id_no = "E12345678";
  CHECK(meets(parse_person_search("e1234-5678"), person));
  const PersonSearch both = parse_person_search("123456789");
  CHECK(both.number == "123456789");
  CHECK(both.phone == "123456789");
}

TEST_CASE("many letters end in bounded work") {
  const PersonSearch search =
      parse_person_search(std::string(400, 'a') + " " + std::string(400, 'x'));
  CHECK(search.patterns.size() <= 65);
}
