#include <doctest/doctest.h>
#include <grid/text/csv.h>

#include <random>

using namespace grid;
using namespace grid::text;

namespace {

using Cells = std::vector<std::string>;

// The rows of `input`, fed in pieces of `piece` bytes.
std::vector<CsvRow> rows_of(std::string_view input, char delimiter = ',', size_t piece = 1 << 20,
                            size_t max_row = CsvReader::default_max_row) {
  std::vector<CsvRow> rows;
  CsvReader reader(
      delimiter, [&](CsvRow& row) { rows.push_back(row); }, max_row);
  for (; !input.empty(); input.remove_prefix(std::min(piece, input.size()))) {
    reader.feed(input.substr(0, piece));
  }
  reader.finish();
  return rows;
}

// "line:row[a|b]", or "line:row!code<input>", a row each.
std::string described(const std::vector<CsvRow>& rows) {
  std::string out;
  for (const CsvRow& row : rows) {
    out += std::to_string(row.line) + ":" + std::to_string(row.row);
    if (row.problem) {
      out += "!" + row.problem->code + "<" + row.input + ">";
      continue;
    }
    out += "[";
    for (size_t i = 0; i < row.cells.size(); ++i) out += (i > 0 ? "|" : "") + row.cells[i];
    out += "]";
  }
  return out;
}

}  // namespace

TEST_CASE("rows and cells") {
  struct {
    std::string_view input;
    std::string_view rows;
  } const cases[] = {
      {"", ""},
      {"a,b\nc,d\n", "1:1[a|b]2:2[c|d]"},
      {"a,b\nc,d", "1:1[a|b]2:2[c|d]"},
      {"a,b\r\nc,d\r\n", "1:1[a|b]2:2[c|d]"},
      {"a,b\rc,d\r", "1:1[a|b]2:2[c|d]"},
      {"a,\n", "1:1[a|]"},
      {"a,", "1:1[a|]"},
      {",,\n", "1:1[||]"},
      {"\"\"\n", "1:1[]"},
      {" a , b\t\n", "1:1[ a | b\t]"},
      {"\"a,b\",\"c\"\"d\"\n", "1:1[a,b|c\"d]"},
      {"姓名,\"地址\n二楼\",x\ny\n", "1:1[姓名|地址\n二楼|x]3:2[y]"},
      {"\"a\r\nb\",c\r\nd\r\n", "1:1[a\r\nb|c]3:2[d]"},
      {"a\n\n\nb\n", "1:1[a]2:2[]3:3[]4:4[b]"},
      {"\r\na\r\n", "1:1[]2:2[a]"},
      {"\"\n\n\"\nb", "1:1[\n\n]4:2[b]"},
  };
  for (const auto& c : cases) {
    for (const size_t piece : {1u, 2u, 3u, 1000u}) {
      CAPTURE(c.input);
      CAPTURE(piece);
      CHECK(described(rows_of(c.input, ',', piece)) == c.rows);
    }
  }
}

TEST_CASE("a blank line has no cells, an empty quoted cell is one") {
  CHECK(rows_of("\n")[0].cells.empty());
  CHECK(rows_of("\"\"\n")[0].cells == Cells{""});
  CHECK(rows_of(",\n")[0].cells == Cells{"", ""});
}

TEST_CASE("other delimiters") {
  CHECK(described(rows_of("a\tb,c\td\n", '\t')) == "1:1[a|b,c|d]");
  CHECK(described(rows_of("a;\"b;c\"\n", ';')) == "1:1[a|b;c]");
  CHECK(described(rows_of("\t\ta\n\t\n", '\t')) == "1:1[||a]2:2[|]");
}

TEST_CASE("a wrong quote costs its line and no other") {
  struct {
    std::string_view input;
    std::string_view rows;
  } const cases[] = {
      // never closed
      {"a\n\"b,c\nd,e\nf\n", "1:1[a]2:2!csv.quote<\"b,c>3:3[d|e]4:4[f]"},
      {"a\n\"b", "1:1[a]2:2!csv.quote<\"b>"},
      {"\"a\r\nb\r\n", "1:1!csv.quote<\"a>2:2[b]"},
      // closed by a quote of a later row
      {"1,\"x\n2,y\n3,\"z\"\n4,w\n", "1:1!csv.quote<1,\"x>2:2[2|y]3:3[3|z]4:4[4|w]"},
      // within a cell, or text behind the closing one
      {"5\"管,a\nb\n", "1:1!csv.quote<5\"管,a>2:2[b]"},
      {"\"a\"b,c\nd\n", "1:1!csv.quote<\"a\"b,c>2:2[d]"},
      {"a, \"b\"\nc\n", "1:1!csv.quote<a, \"b\">2:2[c]"},
      {"\"a\nb\"c\nd\n", "1:1!csv.quote<\"a>2:2!csv.quote<b\"c>3:3[d]"},
  };
  for (const auto& c : cases) {
    for (const size_t piece : {1u, 2u, 5u, 1000u}) {
      CAPTURE(c.input);
      CAPTURE(piece);
      CHECK(described(rows_of(c.input, ',', piece)) == c.rows);
    }
  }
}

TEST_CASE("rows longer than allowed are refused, and reading goes on") {
  struct {
    std::string_view input;
    std::string_view rows;
  } const cases[] = {
      {"0123456789\nb\n", "1:1[0123456789]2:2[b]"},
      {"0123456789\r\nb\n", "1:1[0123456789]2:2[b]"},
      {"0123456789X\nb\n", "1:1!csv.too_long<>2:2[b]"},
      {"0123456789X\r\nb\n", "1:1!csv.too_long<>2:2[b]"},
      {"0123456789XXXXXXXXXXXXXXXXXXXX\r\nb\n", "1:1!csv.too_long<>2:2[b]"},
      {"0123456789XXXXXXXXXX", "1:1!csv.too_long<>"},
      {"0123456789XXXXXXXXXX\r", "1:1!csv.too_long<>"},
      {"\"012\n456\n89\n\"\nb\n", "1:1!csv.too_long<\"012>2:2[456]3:3[89]4:4!csv.quote<\">5:5[b]"},
      {"\"a\n0123456789XXXX\nb\n", "1:1!csv.too_long<\"a>2:2!csv.too_long<>3:3[b]"},
  };
  for (const auto& c : cases) {
    for (const size_t piece : {1u, 2u, 3u, 7u, 1000u}) {
      CAPTURE(c.input);
      CAPTURE(piece);
      CHECK(described(rows_of(c.input, ',', piece, 10)) == c.rows);
    }
  }
}

TEST_CASE("a refusal costs one look at each line, also in a file full of stray quotes") {
  std::string input;
  constexpr int64_t lines = 20000;
  for (int64_t i = 0; i < lines; ++i) input += i % 3 == 0 ? "\"a,b\n" : "c,\"d\"\n";
  const auto rows = rows_of(input);
  REQUIRE(rows.size() == lines);
  for (int64_t i = 0; i < lines; ++i) {
    const CsvRow& row = rows[static_cast<size_t>(i)];
    REQUIRE(row.line == i + 1);
    REQUIRE(row.row == i + 1);
    REQUIRE(row.problem.has_value() == (i % 3 == 0));
  }
}

TEST_CASE("an exception of the sink passes through") {
  CsvReader reader(',', [](CsvRow&) { throw std::runtime_error("full"); });
  CHECK_THROWS_AS(reader.feed("a,b\n"), std::runtime_error);
}

TEST_CASE("writing quotes where needed") {
  const auto written = [](const Cells& cells, const CsvStyle& style = {}) {
    std::string out;
    write_csv_row(cells, out, style);
    return out;
  };
  CHECK(written({"a", "", " b "}) == "a,, b \n");
  CHECK(written({"a,b", "c\"d", "e\nf", "g\rh"}) == "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\"\n");
  CHECK(written({""}) == "\"\"\n");
  CHECK(written({}) == "\"\"\n");
  CHECK(written({"a,b", "c;d"}, {.delimiter = ';'}) == "a,b;\"c;d\"\n");
  CHECK(written({"a"}, {.line_end = "\r\n"}) == "a\r\n");
  CHECK(written({"\xEF\xBB\xBFx"}) == "\"\xEF\xBB\xBFx\"\n");
}

TEST_CASE("spreadsheets are defended where asked") {
  std::string out;
  write_csv_row(Cells{"=1+1", "+86", "-1", "@x", "\tx", "\rx", "x=1", "", "=\"a\""}, out,
                {.defend_spreadsheets = true});
  CHECK(out == "'=1+1,'+86,'-1,'@x,'\tx,\"'\rx\",x=1,,\"'=\"\"a\"\"\"\n");
  out.clear();
  write_csv_row(Cells{"=1+1"}, out);
  CHECK(out == "=1+1\n");
}

TEST_CASE("property: what is written reads back equal, in any pieces") {
  std::mt19937 random(7);
  const auto below = [&](size_t n) { return static_cast<size_t>(random()) % n; };
  const std::string_view pieces[] = {"a",  "张", ",",  ";",    "\t", "|",
                                     "\"", "\n", "\r", "\r\n", " ",  "'"};
  for (int round = 0; round < 1500; ++round) {
    const char delimiter = ",;\t|"[below(4)];
    std::vector<Cells> rows(1 + below(5));
    std::string text;
    for (Cells& row : rows) {
      row.resize(1 + below(4));
      for (std::string& cell : row) {
        for (auto n = below(6); n > 0; --n) cell += pieces[below(std::size(pieces))];
      }
      write_csv_row(row, text, {.delimiter = delimiter, .line_end = below(2) == 0 ? "\n" : "\r\n"});
    }
    CAPTURE(text);
    const auto back = rows_of(text, delimiter, 1 + below(8));
    REQUIRE(back.size() == rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
      REQUIRE_FALSE(back[i].problem);
      CHECK(back[i].cells == rows[i]);
      CHECK(back[i].row == static_cast<int64_t>(i) + 1);
    }
  }
}

TEST_CASE("the delimiter is found") {
  struct {
    std::string_view text;
    char delimiter;
  } const cases[] = {
      {"", ','},
      {"one column\nonly\n", ','},
      {"a,b,c\n1,2,3\n", ','},
      {"a;b;c\n1,5;2,5;3,5\n", ';'},
      {"a\tb\tc\n1,x\t2,y\t3\n", '\t'},
      {"a|b\nc|d\n", '|'},
      {"居民登记表\n\n姓名,电话,地址\n张三,1,\"东街;1;2;3;4\"\n李四,2,\"西街;1;2;3;4\"\n", ','},
      {"户号,姓名,备注\n1,张三,a;b\n2,李四,c;d\n", ','},
      {"\"a\"\"b,c,d,e\"\t\"x\"\n\"f\"\"g,h,i,j\"\t\"y\"\n", '\t'},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    CHECK(sniff_delimiter(c.text) == c.delimiter);
  }
}
