#include <doctest/doctest.h>
#include <grid/domain/text_grams.h>

#include <algorithm>

using namespace grid::domain;

namespace {

std::string joined(const std::vector<std::string>& grams) {
  std::string all;
  for (const std::string& gram : grams) all += (all.empty() ? "" : " ") + gram;
  return all;
}

std::string sought(std::string_view text) {
  std::string all;
  for (const SoughtGram& gram : sought_grams(text)) {
    all += (all.empty() ? "" : " ") + gram.gram + (gram.begins ? "*" : "");
  }
  return all;
}

}  // namespace

TEST_CASE("a text has the pairs of its neighbouring characters as grams") {
  const struct {
    const char* text;
    const char* grams;
  } rows[] = {
      {"", ""},
      {"灯", "灯"},
      {"路灯", "路灯 灯"},
      {"路灯不亮", "路灯 灯不 不亮 亮"},
      {"路灯 不亮", "路灯 灯 不亮 亮"},
      {"3幢A单元", "3幢 幢a a单 单元 元"},
      {"电话:0579-85", "电话 话 05 57 79 9 85 5"},
      {"𠮷野家", "𠮷野 野家 家"},
      {"修,修,修", "修 修 修"},
      {"\"*()^", ""},
      {"亮。快", "亮。 。快 快"},
      {"a\nb\tc", "a b c"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    CHECK(joined(text_grams(row.text)) == row.grams);
  }
}

TEST_CASE("what is sought asks for pairs, and for beginnings where it is one character") {
  CHECK(sought("灯") == "灯*");
  CHECK(sought("路灯") == "路灯");
  CHECK(sought("路灯不亮") == "路灯 灯不 不亮");
  CHECK(sought("A座 3") == "a座 3*");
  CHECK(sought("𠮷") == "𠮷*");
  CHECK(sought("哈哈哈哈") == "哈哈");
  CHECK(sought(" \"-").empty());
  std::string many;
  for (int i = 0; i < 400; ++i) many += static_cast<char>('a' + i * i % 26);
  CHECK(sought_grams(many).size() <= most_sought_grams);
}

TEST_CASE("only ASCII capitals are the same as small letters") {
  CHECK(text_grams("AbZ") == text_grams("aBz"));
  CHECK(text_grams("Éa") != text_grams("éa"));
}
