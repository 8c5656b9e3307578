#include <doctest/doctest.h>
#include <grid/text/toml.h>

#include <random>
#include <string>

using namespace grid::text;

namespace {

TomlTable parsed(std::string_view text) {
  auto result = parse_toml(text);
  REQUIRE(std::holds_alternative<TomlTable>(result));
  return std::get<TomlTable>(std::move(result));
}

TomlFault fault(std::string_view text) {
  auto result = parse_toml(text);
  REQUIRE(std::holds_alternative<TomlFault>(result));
  return std::get<TomlFault>(std::move(result));
}

}  // namespace

TEST_CASE("values keep their kinds and places") {
  const TomlTable table = parsed(
      "z = \"甲\"\n"
      "b = [1, 2.5,\n  true]\n"
      "[t.u]\n"
      "  key = 2026-11-21\n");
  REQUIRE(table.entries.size() == 3);
  CHECK(table.entries[0].key == "z");  // as written, not sorted
  CHECK(*table.entries[0].node.get<std::string>() == "甲");
  const auto* list = table.entries[1].node.get<TomlArray>();
  REQUIRE(list != nullptr);
  REQUIRE(list->size() == 3);
  CHECK(*(*list)[0].get<int64_t>() == 1);
  CHECK(*(*list)[1].get<double>() == 2.5);
  CHECK(*(*list)[2].get<bool>());
  CHECK((*list)[2].at == TomlPosition{3, 3});
  const auto* inner = table.find("t")->node.get<TomlTable>()->find("u")->node.get<TomlTable>();
  REQUIRE(inner != nullptr);
  CHECK(inner->find("key")->at == TomlPosition{5, 3});
  CHECK(inner->find("key")->node.at == TomlPosition{5, 9});
  CHECK(inner->find("key")->node.kind() == std::string("a time"));
  CHECK(inner->find("none") == nullptr);
}

TEST_CASE("tables in a row stand where their headings stand") {
  const TomlTable table = parsed("[[limit]]\na = 1\n\n[[limit]]\na = 2\n");
  const auto* list = table.find("limit")->node.get<TomlArray>();
  REQUIRE(list->size() == 2);
  CHECK((*list)[0].at.line == 1);
  CHECK((*list)[1].at.line == 4);
}

TEST_CASE("what is not TOML is refused with its place") {
  const struct {
    std::string text;
    int line;
  } rows[] = {
      {"a = \n", 1}, {"a = 1\nb = \"x\n", 2}, {"a = 1\n\na = 2\n", 3},
      {"[t\n", 1},   {"a = \"\xff\"\n", 1},   {"a = 01\n", 1},
      {"= 1\n", 1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const TomlFault found = fault(row.text);
    CHECK(found.problem.code == "toml.syntax");
    CHECK(found.at.line == row.line);
  }
}

TEST_CASE("size is bounded") {
  CHECK(fault("#" + std::string(size_t{16} << 20, ' ')).problem.code == "toml.size");
}

TEST_CASE("nesting is bounded") {
  std::string lists = "a = ";
  for (int i = 0; i < 100; ++i) lists += '[';
  for (int i = 0; i < 100; ++i) lists += ']';
  CHECK(fault("x = 1\n" + lists + "\n").problem.code == "toml.depth");
  CHECK(fault("x = 1\n" + lists + "\n").at.line == 2);
  std::string key = "a";
  for (int i = 0; i < 200'000; ++i) key += i % 2 == 0 ? ".a" : ". \"b\"";
  CHECK(fault(key + " = 1\n").problem.code == "toml.depth");
  CHECK(fault("[" + key + "]\n").problem.code == "toml.depth");
  CHECK(fault("t = {" + key + " = 1}\n").problem.code == "toml.depth");
}

TEST_CASE("dots and brackets in texts and comments do not nest") {
  std::string dots(200, '.');
  std::string brackets(200, '[');
  parsed("a = \"" + dots + brackets + "\\\"" + dots + "\"\n# " + brackets + "\nb = '" + brackets +
         "'\nc = \"\"\"\n" + brackets + "\n\"x\"\"\"\"\nd = '''" + dots + "\n''''\n");
}

TEST_CASE("quoted texts and keys read back as they were") {
  std::mt19937 random(3);
  const char* pieces[] = {"\"", "\\", "\n", "\r", "\t", "甲", "a", " ", ".", "'", "\x01", "\x7f"};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (size_t i = random() % 8; i > 0; --i) text += pieces[random() % std::size(pieces)];
    const TomlTable table = parsed(quote_toml_key(text) + " = " + quote_toml(text) + "\n");
    REQUIRE(table.entries.size() == 1);
    CHECK(table.entries[0].key == text);
    CHECK(*table.entries[0].node.get<std::string>() == text);
  }
  CHECK(quote_toml_key("max_returns-2") == "max_returns-2");
}
