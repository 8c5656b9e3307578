#include <doctest/doctest.h>
#include <grid/text/json.h>
#include <grid/text/json_writer.h>

#include <limits>
#include <random>

using namespace grid;
using namespace grid::text;

namespace {

std::string code_of(std::string_view line) {
  const auto record = parse_json_line(line);
  return record ? "accepted" : record.problem().code;
}

std::string written(const Record& record) {
  std::string out;
  write_json(record, out);
  return out;
}

}  // namespace

TEST_CASE("a record keeps its fields, their order and their types") {
  const auto record = parse_json_line(
      R"( {"title":"井盖 \ud842\udfb7\n","n":-7,"lat":28.6800,"ok":true,"off":false,"none":null,)"
      R"("joint":["SQ","CG"],"empty":[]} )");
  REQUIRE(record);
  REQUIRE(record->fields().size() == 8);
  CHECK(record->fields()[0].name == "title");
  CHECK(record->text("title") == "井盖 𠮷\n");
  CHECK(*record->find("n") == Value{int64_t{-7}});
  CHECK(*record->find("lat") == Value{Decimal{28.68, 2}});
  CHECK(*record->find("ok") == Value{true});
  CHECK(*record->find("off") == Value{false});
  CHECK(*record->find("none") == Value{Null{}});
  CHECK(*record->find("joint") == Value{List{"SQ", "CG"}});
  CHECK(*record->find("empty") == Value{List{}});
  CHECK(record->fields()[7].name == "empty");
}

TEST_CASE("numbers") {
  struct {
    const char* written;
    Value value;
  } const cases[] = {
      {"0", int64_t{0}},
      {"-0", int64_t{0}},
      {"-0.0", int64_t{0}},
      {"9007199254740992", int64_t{9007199254740992}},
      {"-9007199254740992", int64_t{-9007199254740992}},
      {"3.0", int64_t{3}},
      {"12e2", int64_t{1200}},
      {"0.1", Decimal{0.1, 1}},
      {"120.123456", Decimal{120.123456, 6}},
      {"1e-7", Decimal{1e-7, 7}},
      {"0.30000000000000004", Decimal{0.1 + 0.2, 17}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.written);
    const auto record = parse_json_line(std::string("{\"n\":") + c.written + "}");
    REQUIRE(record);
    CHECK(*record->find("n") == c.value);
  }
}

TEST_CASE("what is not a record is refused with its code") {
  struct {
    std::string_view line;
    std::string_view code;
  } const cases[] = {
      {"", "json.object"},
      {"  ", "json.object"},
      {"abc", "json.object"},
      {"[1]", "json.object"},
      {"\"text\"", "json.object"},
      {"\xEF\xBB\xBF{}", "json.object"},
      {"{\"a\":1", "json.syntax"},
      {"{\"a\":1}x", "json.syntax"},
      {"{\"a\":1}{\"b\":2}", "json.syntax"},
      {"{\"a\":1,}", "json.syntax"},
      {"{'a':1}", "json.syntax"},
      {"{a:1}", "json.syntax"},
      {"{\"a\" 1}", "json.syntax"},
      {"{\"a\":}", "json.syntax"},
      {"{\"a\":\"b}", "json.syntax"},
      {"{\"a\":\"\\x\"}", "json.syntax"},
      {"{\"a\":\"\\u12g4\"}", "json.syntax"},
      {"{\"a\":[\"b\"", "json.syntax"},
      {"{\"a\":[\"b\",]}", "json.syntax"},
      {"{\"a\":tru}", "json.syntax"},
      {"{\"a\":NaN}", "json.syntax"},
      {"{\"a\":Infinity}", "json.syntax"},
      {"{\"a\":1} // note", "json.syntax"},
      {std::string_view("{\"a\":1}\0", 8), "json.syntax"},
      {"{\"a\":01}", "json.number"},
      {"{\"a\":+1}", "json.syntax"},
      {"{\"a\":-}", "json.number"},
      {"{\"a\":.5}", "json.syntax"},
      {"{\"a\":5.}", "json.number"},
      {"{\"a\":1e}", "json.number"},
      {"{\"a\":1e999}", "json.number"},
      {"{\"a\":9007199254740993}", "json.number"},
      {"{\"a\":-9007199254740993}", "json.number"},
      {"{\"a\":9007199254740993.0}", "json.number"},
      {"{\"a\":9223372036854775808}", "json.number"},
      {"{\"a\":18446744073709551616}", "json.number"},
      {"{\"a\":\"\t\"}", "json.control"},
      {std::string_view("{\"a\":\"\0\"}", 9), "json.control"},
      {"{\"a\":\"\\u0000\"}", "json.control"},
      {"{\"a\\u0000\":1}", "json.control"},
      {"{\"a\":[\"x\\u0000\"]}", "json.control"},
      {"{\"a\":\"\xC0\x80\"}", "json.utf8"},
      {"{\"a\":\"\xB0\xA1\"}", "json.utf8"},
      {"{\"a\":\"\xED\xA0\x80\"}", "json.utf8"},
      {"{\"a\":\"\xE5\xBC\"}", "json.utf8"},
      {"{\"\xFF\":1}", "json.utf8"},
      {"{\"a\":\"\\ud800\"}", "json.surrogate"},
      {"{\"a\":\"\\udc00\"}", "json.surrogate"},
      {"{\"a\":\"\\ud800x\"}", "json.surrogate"},
      {"{\"a\":\"\\ud800\\ud800\"}", "json.surrogate"},
      {"{\"a\":\"\\udc00\\ud800\"}", "json.surrogate"},
      {"{\"\\udc00\":1}", "json.surrogate"},
      {"{\"a\":{}}", "json.nested"},
      {"{\"a\":{\"b\":1}}", "json.nested"},
      {"{\"a\":[1]}", "json.nested"},
      {"{\"a\":[null]}", "json.nested"},
      {"{\"a\":[[\"b\"]]}", "json.nested"},
      {"{\"a\":1,\"b\":2,\"a\":1}", "json.duplicate_key"},
      {"{\"a\":1,\"\\u0061\":1}", "json.duplicate_key"},
      {"{\"\":1,\"\":1}", "json.duplicate_key"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.line);
    CHECK(code_of(c.line) == c.code);
  }
}

TEST_CASE("problems name the field or the byte") {
  const auto message = [](std::string_view line) {
    return parse_json_line(line).problem().message();
  };
  CHECK(parse_json_line(R"({"a":1,"b":1,"b":2})").problem().field == "b");
  CHECK(parse_json_line(R"({"a":[1]})").problem().field == "a");
  CHECK(parse_json_line(R"({"big":1e300})").problem().field == "big");
  CHECK(message(R"({"a":1}x)") == "text after the object at byte 8");
  CHECK(message("{\"a\":\"\xFF\"}") == "not UTF-8 at byte 7");
  CHECK(message(R"({"a":"\ud800"})") == "half of a surrogate pair at byte 7");
  CHECK(message(R"({"a":"b\u0000"})") == "the character U+0000 at byte 8");
  CHECK(message(R"({"a":"\\u0000","b":"\u0000"})") == "the character U+0000 at byte 21");
  CHECK(message(R"({"a" 1})") == "a colon is missing at byte 6");
}

TEST_CASE("an escaped backslash before u0000 is no NUL") {
  CHECK(parse_json_line(R"({"a":"\\u0000"})")->text("a") == "\\u0000");
}

TEST_CASE("depth is bounded") {
  for (const size_t depth : {2u, 15u, 16u, 17u, 18u, 1000u, 200000u}) {
    CAPTURE(depth);
    const std::string deep =
        "{\"a\":" + std::string(depth, '[') + "\"x\"" + std::string(depth, ']') + "}";
    CHECK(code_of(deep) == "json.nested");
    CHECK(code_of("{\"a\":" + std::string(depth, '[')) != "accepted");
  }
}

TEST_CASE("a duplicate is found among very many keys") {
  std::string line = "{";
  for (int i = 0; i < 5000; ++i) line += "\"k" + std::to_string(i) + "\":1,";
  CHECK(code_of(line + "\"last\":1}") == "accepted");
  const auto twice = parse_json_line(line + "\"k77\":1}");
  REQUIRE_FALSE(twice);
  CHECK(twice.problem().field == "k77");
}

TEST_CASE("one reader takes short lines, long lines and wrong lines in any order") {
  JsonReader reader;
  const std::string long_text(300000, 'x');
  CHECK(reader.parse("{\"a\":\"short\"}")->text("a") == "short");
  CHECK(reader.parse("{\"a\":\"" + long_text + "\"}")->text("a") == long_text);
  CHECK_FALSE(reader.parse("{\"a\":"));
  CHECK_FALSE(reader.parse("\xFF"));
  CHECK(reader.parse("{\"a\":\"again\"}")->text("a") == "again");
  CHECK(reader.parse("{}")->fields().empty());
}

TEST_CASE("writing escapes what RFC 8259 demands, and nothing else") {
  Record record;
  record.add("text", std::string("\"\\/\b\f\n\r\t\x01\x1f\x7f 张三 𠮷 \u2028é"));
  CHECK(written(record) ==
        "{\"text\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f 张三 𠮷 \u2028é\"}\n");
}

TEST_CASE("writing each type") {
  Record record = make_record("case");
  record.add("n", int64_t{-9007199254740992}).add("ok", true).add("none", Null{});
  record.add("list", List{"a", "\""}).add("no", List{}).add("off", false);
  CHECK(written(record) == R"({"type":"case","v":1,"n":-9007199254740992,"ok":true,"none":null,)"
                           R"("list":["a","\""],"no":[],"off":false})"
                           "\n");
  CHECK(written(Record()) == "{}\n");
}

TEST_CASE("a decimal is rounded to its places and loses trailing zeros") {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  constexpr double infinite = std::numeric_limits<double>::infinity();
  struct {
    Decimal decimal;
    const char* written;
  } const cases[] = {
      {{0.98, 4}, "0.98"},
      {{1, 4}, "1"},
      {{0, 4}, "0"},
      {{100, 2}, "100"},
      {{100, 0}, "100"},
      {{-0.00001, 4}, "0"},
      {{2.0 / 3, 4}, "0.6667"},
      {{120.5, 6}, "120.5"},
      {{-0.5, 1}, "-0.5"},
      {{1e-7, 7}, "0.0000001"},
      {{2.5, -3}, "2"},
      {{nan, 4}, "null"},
      {{infinite, 4}, "null"},
      {{1e21, 1}, "1000000000000000000000"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.written);
    std::string out;
    write_decimal(c.decimal, out);
    CHECK(out == c.written);
  }
}

TEST_CASE("property: what is written reads back equal") {
  std::mt19937 random(20261121);
  const auto below = [&](size_t n) { return random() % n; };
  const std::string_view pieces[] = {"a",  "张",   "𠮷",      "\"", "\\",
                                     "\n", "\x01", "e\u0301", "/",  "\u2028"};
  const auto text = [&] {
    std::string out;
    for (auto n = below(12); n > 0; --n) out += pieces[below(std::size(pieces))];
    return out;
  };
  JsonReader reader;
  for (int round = 0; round < 2000; ++round) {
    Record record;
    for (auto n = below(10); n > 0; --n) {
      const std::string name = std::to_string(n) + text();
      switch (below(6)) {
        case 0:
          record.add(name, text());
          break;
        case 1:
          record.add(name, static_cast<int64_t>(random()) - (int64_t{1} << 31));
          break;
        case 2:
          record.add(name, Decimal{0.5 + static_cast<double>(below(1000000)), 1});
          break;
        case 3:
          record.add(name, below(2) == 0);
          break;
        case 4:
          record.add(name, Null{});
          break;
        default:
          record.add(name, List{text(), text()});
      }
    }
    const std::string line = written(record);
    CAPTURE(line);
    const auto back = reader.parse(line);
    REQUIRE(back);
    REQUIRE(back->fields().size() == record.fields().size());
    for (size_t i = 0; i < record.fields().size(); ++i) {
      CHECK(back->fields()[i].name == record.fields()[i].name);
      CHECK(back->fields()[i].value == record.fields()[i].value);
    }
  }
}

TEST_CASE("every byte that must not stand in a JSON text is escaped, wherever it stands") {
  std::mt19937 random(8);
  const std::string letters = "\"\\\x01\x1f\x20!#[]\x7f灯a\n\t";
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (size_t n = random() % 40; n > 0; --n) {
      text += random() % 3 == 0 ? letters[random() % letters.size()] : 'x';
    }
    std::string expected = "\"";
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        expected += '\\';
        expected += c;
      } else if (c == '\n' || c == '\t') {
        expected += c == '\n' ? "\\n" : "\\t";
      } else if (byte < 0x20) {
        expected += byte == 1 ? "\\u0001" : "\\u001f";
      } else {
        expected += c;
      }
    }
    std::string written;
    write_json_text(text, written);
    REQUIRE(written == expected + '"');
  }
}
